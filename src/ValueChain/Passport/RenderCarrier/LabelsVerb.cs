using System.CommandLine;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Spectre.Console;
using Voltloop.Core.Problems;
using Voltloop.Passport.Model;
using Voltloop.Record.Things;
using Voltloop.Web.Composition;

namespace Voltloop.Passport.RenderCarrier;

/// <summary><c>labels --model ID --out FILE</c>: QR labels of all items of a model on A4 sheets.</summary>
internal static class LabelsVerb
{
    private static readonly Option<string> Model = new("--model") { Description = "Model whose items get a label: identifier or name.", Required = true, HelpName = "ID" };
    private static readonly Option<string> Out = new("--out") { Description = "File to write: .html for printing, .svg for print shops.", Required = true, HelpName = "FILE" };
    private static readonly Option<int?> PerPage = new("--per-page") { Description = "Labels on an A4 sheet: 24, 10 or 2. Default: 24.", HelpName = "N" };
    private static readonly Option<string?> Base = new("--base") { Description = "Address that the codes lead to; Passport:PublicBase when left out, else the identifiers themselves.", HelpName = "URL" };

    public static Command Build(IVerbHost host)
    {
        var command = new Command("labels", "Write QR labels of all items of a model on A4 sheets.\n\nExample: ./run labels --model VEC-NCM811-1A1 --base https://passport.example.com --out labels.html")
        {
            Model, Out, PerPage, Base,
        };
        command.SetAction((parsed, cancellation) => host.ReadAsync(parsed, context => RunAsync(parsed, context), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, VerbContext context)
    {
        var file = parsed.GetRequiredValue(Out);
        var layout = SheetLayout.For(parsed.GetValue(PerPage));
        if (parsed.GetValue(Base) is { } text) context.Services.GetRequiredService<IOptions<PassportOptions>>().Value.PublicBase = Address(text);
        var model = await context.Services.GetRequiredService<ThingResolver>().FindAsync(parsed.GetRequiredValue(Model), context.Cancellation);
        var labels = await context.Services.GetRequiredService<LabelReader>().ReadAsync(model.Id, context.Cancellation);
        await File.WriteAllTextAsync(file, Render(file, labels, layout, model.Label), new UTF8Encoding(false), context.Cancellation);
        var largest = labels.Max(label => QrCarrier.Facts(label.Link).Modules) + 2 * CarrierFacts.QuietZoneModules;
        context.Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{labels.Count} labels on {(labels.Count + layout.PerPage - 1) / layout.PerPage} sheets in {file}: codes {layout.Code} mm wide with quiet zone, modules of {layout.Code / largest:0.00} mm or more (GS1 asks for at least {CarrierFacts.SmallestModule} mm), error correction M."));
        return 0;
    }

    private static string Render(string file, IReadOnlyList<Label> labels, SheetLayout layout, string title) => Path.GetExtension(file).ToUpperInvariant() switch
    {
        ".SVG" => LabelSheets.Svg(labels, layout),
        ".HTML" => LabelSheets.Html(labels, layout, title),
        _ => throw new ProblemException(CommonProblems.BadRequest, $"\"{file}\" is neither .html nor .svg.", "--out"),
    };

    private static Uri Address(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is ("https" or "http")
        ? uri
        : throw new ProblemException(CommonProblems.BadRequest, $"\"{text}\" is not a web address.", "--base");
}
