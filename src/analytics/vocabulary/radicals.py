"""Characters that some programs take from a font in place of those that look the same.

A font draws 民 and the radical of that shape by one glyph; a program that asks the glyph which character it is may be
told the radical. The radicals of Kangxi (U+2F00 on) are folded by NFKC, those of the supplement (U+2E80 on) are not.
Source: Unicode Character Database, EquivalentUnifiedIdeograph.txt; here are those that are words of Chinese.
"""

RADICALS = str.maketrans(
    "⺁⺌⺒⺓⺝⺟⺠⺧⺬⺮⺶⺻⺼⺽⻁⻄⻅⻆⻉⻊⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳",
    "厂小巳幺月母民牛示竹羊聿肉臼虎西见角贝足车長长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟",
)
