using System.Text;

namespace Voltloop.Tests.Architecture.Reference;

/// <summary>A page of Markdown with headings and tables.</summary>
internal sealed class MarkdownPage
{
    private readonly StringBuilder _text = new();

    public MarkdownPage(string title, string about) => _text.Append("# ").Append(title).Append("\n\n").Append(about).Append(" Written by `ReferencePagesTests`; do not edit.\n");

    /// <summary>A heading.</summary>
    public void Heading(int level, string text) => _text.Append('\n').Append('#', level).Append(' ').Append(text).Append('\n');

    /// <summary>A paragraph.</summary>
    public void Paragraph(string text) => _text.Append('\n').Append(text.Trim()).Append('\n');

    /// <summary>A block of text as it stands.</summary>
    public void Block(string text) => _text.Append("\n```text\n").Append(text.Trim('\n')).Append("\n```\n");

    /// <summary>A table; nothing when there are no rows.</summary>
    public void Table(string[] heads, IEnumerable<string[]> rows)
    {
        string[][] all = [.. rows];
        if (all.Length == 0) return;
        _text.Append('\n');
        Line(heads);
        Line([.. heads.Select(_ => "---")]);
        foreach (var row in all) Line(row);
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private void Line(string[] cells) => _text.Append("| ").AppendJoin(" | ", cells.Select(Cell)).Append(" |\n");

    private static string Cell(string text) => text.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal).Trim();
}
