"""Errors of starting and addressing the server."""

SENTENCES: dict[str, tuple[str, str]] = {
    "error.port_unknown": (
        "没有端口 {port}。请用 1 至 {last} 之间的数，例如 countyscope serve --port 8501。",
        "There is no port {port}. Use a number from 1 to {last}, for instance countyscope serve --port 8501.",
    ),
    "error.port_in_use": (
        "端口 {port} 已被占用。请换一个，例如 PORT={other} make run，或 countyscope serve --port {other}。",
        "Port {port} is in use. Choose another, for instance PORT={other} make run, or countyscope serve --port {other}.",
    ),
    "error.host_name": (
        "“{host}”不是主机名。--allow-host 只写名称，不带 http:// 和端口，例如 --allow-host data.example.cn。",
        "“{host}” is no host name. Give --allow-host the name alone, without http:// and port, for instance --allow-host data.example.cn.",
    ),
    "error.host_refused": (
        "本服务不以“{host}”之名应答，也不应答其他网站的页面。请用 127.0.0.1 打开；若应以此名访问，请以 countyscope serve --allow-host 加上此名重新启动。",
        "This server does not answer under the name “{host}”, nor to pages of other sites. Open it at 127.0.0.1, or start it with countyscope serve --allow-host and that name.",
    ),
    "error.app_missing": (
        "当前文件夹下没有 app.py。请在项目文件夹中运行。",
        "There is no app.py here. Run this in the project's folder.",
    ),
}
