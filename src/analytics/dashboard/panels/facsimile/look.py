"""How a document page looks. No script runs on it: what lights up does so by its style sheet."""

STYLE = """
*{box-sizing:border-box}
html,body{margin:0;height:100%;background:#fff;color:#1f2933;font:14px/1.5 'Source Han Sans SC','Noto Sans CJK SC',
 'PingFang SC','Microsoft YaHei','Segoe UI',sans-serif}
body{display:flex;flex-direction:column}
a{color:#1f4e79}
header{padding:.5rem .8rem;border-bottom:1px solid #dfe4e8;max-height:46%;overflow:auto;flex:none}
header p{margin:.15rem 0}
.where{color:#55636f;font-size:12.5px;overflow-wrap:anywhere}
nav{display:flex;flex-wrap:wrap;gap:.35rem;margin:.3rem 0}
nav a,nav span{padding:.3rem .55rem;border:1px solid #c5ced6;border-radius:4px;text-decoration:none;font-size:13px;
 min-height:24px}
nav span{color:#66737f;border-style:dashed}
nav a:hover,nav a:focus-visible{background:#f0f4f8;border-color:#1f4e79}
.finding{background:#fdf6e7;border-left:4px solid #b5651d;padding:.35rem .6rem;margin:.3rem 0}
.quote{background:#fdf0d5;border-left:4px solid #d9822b;padding:.35rem .6rem;margin:.3rem 0;white-space:pre-wrap;
 overflow-wrap:anywhere}
.cells{border-collapse:collapse;font-size:13px;width:100%;margin:.3rem 0}
.cells th,.cells td{text-align:left;padding:.18rem .45rem;border-bottom:1px solid #e6eaee;vertical-align:top;
 font-weight:400}
.cells thead th{white-space:nowrap;color:#55636f;font-size:12px}
.cells .printed{font-weight:700;color:#1f2933;background:#fdf0d5;outline:2px solid #d9822b;outline-offset:-3px;
 padding:.18rem .6rem;white-space:pre-wrap}
.cells td a{white-space:nowrap}
.sums{font-size:13px;margin:.2rem 0}
.sums ul{margin:.2rem 0;padding:0;list-style:none}
.sums li{padding:.2rem .4rem;border-radius:4px;border:1px solid transparent}
.sums li:hover,.sums li:focus-within{background:#e8f0fb;border-color:#2b6cb0}
.sums .fails{color:#a61b1b;font-weight:650}
main{flex:1;overflow:auto;background:#e9edf0;padding:.6rem;min-height:0}
.leaf{position:relative;margin:0 auto .8rem;background:#fff;box-shadow:0 1px 4px #0003;max-width:1000px}
.leaf img{display:block;width:100%;height:100%}
.box{position:absolute;display:block;border-radius:2px}
.box.fact{border-bottom:2px solid #2f855a99}
.box.fact:hover,.box.fact:focus-visible{background:#2f855a33;outline:2px solid #2f855a}
.box.member{outline:2px dashed #2b6cb0;background:#2b6cb014}
.box.unread{outline:2px dotted #c53030}
.box.chosen{outline:3px solid #d9822b;background:#f6ad5538;box-shadow:0 0 0 6px #f6ad5540;scroll-margin:30vh 40vw}
.sheet{background:#fff;padding:.8rem;overflow:auto;min-height:100%}
.sheet table{border-collapse:collapse}
.sheet td,.sheet th{border:1px solid #b9c3cc;padding:2px 6px;position:relative;min-width:1.6em;height:1.7em}
.sheet table.lines td,.sheet table.lines th{border:0;text-align:left;white-space:pre-wrap;vertical-align:top}
.sheet table.lines>tbody>tr>th,.sheet table.lines>tr>th{color:#66737f;font-weight:400;text-align:right;user-select:none;
 border-right:1px solid #dfe4e8}
.sheet p[id],.sheet span[id],.sheet div[id],.sheet h1[id],.sheet h2[id],.sheet li[id]{position:relative}
.sheet .unseen,.sheet .unseen *{color:#8a949d !important;text-decoration:line-through}
.sheet-name{font-size:14px;color:#55636f;margin:.8rem 0 .3rem}
.to-fact{position:absolute;inset:0}
.to-fact:hover,.to-fact:focus-visible{background:#2f855a33;outline:2px solid #2f855a}
#here{scroll-margin:30vh 40vw}
@media (max-width:600px){.leaf{min-width:720px} header{max-height:40%}
 .cells th,.cells td{font-size:12px;padding:.15rem .25rem;overflow-wrap:anywhere} .cells thead th{white-space:normal}}
"""
CHOSEN = "outline:3px solid #d9822b;background-color:#fdebd0 !important;box-shadow:0 0 0 6px #f6ad5540"
MEMBER = "outline:2px dashed #2b6cb0;background-color:#eef4fb"
FACT = "box-shadow:inset 0 -2px 0 #2f855a99"
UNREAD = "outline:2px dotted #c53030"
LIT = "background-color:#bcd7f7 !important;outline:3px solid #2b6cb0 !important"
