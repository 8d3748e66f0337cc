using System.Globalization;
using System.Net;
using System.Text;

namespace Voltloop.Passport.RenderCarrier;

/// <summary>Labels as drawings in mm on A4 sheets, for print shops and for browsers.</summary>
internal static class LabelSheets
{
    private const double Gap = 2;
    private const double TitleSize = 3.2;
    private const double LineSize = 2.8;
    private const double LineStep = 4.2;

    /// <summary>Longest text beside a code, in characters; the identifier is never shortened, it breaks into lines.</summary>
    private const int MostCharacters = 34;

    /// <summary>All sheets below each other as one SVG.</summary>
    public static string Svg(IReadOnlyList<Label> labels, SheetLayout layout)
    {
        var sheets = labels.Chunk(layout.PerPage).ToList();
        var height = Math.Max(1, sheets.Count) * SheetLayout.PageHeight;
        var body = string.Concat(sheets.Select((sheet, index) => Text($"<g transform=\"translate(0 {index * SheetLayout.PageHeight})\">{Sheet(sheet, layout)}</g>")));
        return Text($"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{SheetLayout.PageWidth}mm\" height=\"{height}mm\" viewBox=\"0 0 {SheetLayout.PageWidth} {height}\"><path fill=\"#fff\" d=\"M0 0h{SheetLayout.PageWidth}v{height}H0z\"/>{body}</svg>");
    }

    /// <summary>A document of its own with one SVG for each sheet; prints without further settings.</summary>
    public static string Html(IReadOnlyList<Label> labels, SheetLayout layout, string title)
    {
        var sheets = labels.Chunk(layout.PerPage).Select(sheet =>
            Text($"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{SheetLayout.PageWidth}mm\" height=\"{SheetLayout.PageHeight}mm\" viewBox=\"0 0 {SheetLayout.PageWidth} {SheetLayout.PageHeight}\" role=\"img\" aria-label=\"Sheet of {sheet.Length} labels\">{Sheet(sheet, layout)}</svg>"));
        return $"<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>{WebUtility.HtmlEncode(title)}</title>"
            + "<style>@page{size:A4;margin:0}html,body{margin:0;background:#fff}svg{display:block;break-after:page}</style></head>\n<body>"
            + string.Join('\n', sheets) + "</body></html>\n";
    }

    private static string Sheet(IReadOnlyList<Label> labels, SheetLayout layout)
    {
        var drawing = new StringBuilder();
        for (var i = 0; i < labels.Count; i++)
        {
            var (x, y) = (SheetLayout.Margin + i % layout.Columns * layout.Width, SheetLayout.Margin + i / layout.Columns * layout.Height);
            drawing.Append(Text($"<g transform=\"translate({x:0.###} {y:0.###})\">{Drawing(labels[i], layout)}</g>"));
        }

        return drawing.ToString();
    }

    private static string Drawing(Label label, SheetLayout layout)
    {
        var (modules, path) = QrCarrier.Shape(label.Link);
        var code = Text($"<g transform=\"scale({layout.Code / modules:0.#####})\"><path fill=\"#fff\" d=\"M0 0h{modules}v{modules}H0z\"/><path fill=\"#000\" d=\"{path}\"/></g>");
        var lines = label.Lines.SelectMany(Broken).Select((line, index) =>
            Text($"<text x=\"{layout.Code + Gap}\" y=\"{8 + (index + 1) * LineStep:0.##}\" font-family=\"monospace\" font-size=\"{LineSize}\">{WebUtility.HtmlEncode(line)}</text>"));
        var title = label.Title.Length <= MostCharacters ? label.Title : label.Title[..MostCharacters] + "…";
        return Text($"{code}<text x=\"{layout.Code + Gap}\" y=\"7\" font-family=\"sans-serif\" font-size=\"{TitleSize}\">{WebUtility.HtmlEncode(title)}</text>{string.Concat(lines)}");
    }

    private static IEnumerable<string> Broken(string line) => line.Chunk(MostCharacters / 2).Select(part => new string(part));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
