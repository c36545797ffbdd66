"""Names of tables within a sentence."""

SENTENCES: dict[str, tuple[str, str]] = {
    "named_table.II": ("表二", "table II"),
    "named_table.III": ("表三", "table III"),
    "named_table.IV": ("表四", "table IV"),
    "named_table.pre2019": ("2018年及以前的统计表", "the statistics table (before 2019)"),
    "named_table.unnamed": ("表格", "the table"),
}
