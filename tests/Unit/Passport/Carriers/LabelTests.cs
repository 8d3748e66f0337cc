using System.Diagnostics;
using System.Xml.Linq;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Passport.Model;
using Voltloop.Passport.RenderCarrier;
using Voltloop.Record.Things;

namespace Voltloop.Tests.Unit.Passport.Carriers;

public sealed class LabelTests
{
    private static readonly Uri Base = new("https://passport.example.com");

    [Fact]
    [Trait("Requirement", "18220-1")]
    public void Facts_say_how_large_a_code_has_to_be_printed()
    {
        var link = CarrierLink.For(PassportRoom.Item, Base);
        var facts = QrCarrier.Facts(link);
        facts.Link.ShouldBe(link.AbsoluteUri);
        facts.Modules.ShouldBe(17 + 4 * facts.Version);
        facts.Modules.ShouldBe(QrCarrier.Modules(link).Count - 8);
        facts.SmallestWidth.ShouldBe((facts.Modules + 8) * 0.396, 0.1);
        facts.TargetWidth.ShouldBeGreaterThan(facts.SmallestWidth);
        // The example of GS1 UK: 29 modules and a quiet zone of 4 on each side are 14.652 mm wide.
        new CarrierFacts("x", 29).SmallestWidth.ShouldBe(14.652, 0.05);
        (facts with { TargetModule = 0.99 }).TargetWidth.ShouldBe((facts.Modules + 8) * 0.99, 0.1);
    }

    [Fact]
    public void Every_sheet_keeps_its_labels_on_the_paper_and_its_modules_large_enough()
    {
        foreach (var layout in SheetLayout.All)
        {
            (layout.Width * layout.Columns).ShouldBeLessThanOrEqualTo(SheetLayout.PageWidth - 2 * SheetLayout.Margin);
            layout.Code.ShouldBeLessThan(layout.Height);
            (layout.Height * layout.PerPage / layout.Columns).ShouldBe(SheetLayout.PageHeight - 2 * SheetLayout.Margin, 0.001);
            (layout.Code / (QrCarrier.Facts(CarrierLink.For(PassportRoom.Item, Base)).Modules + 8)).ShouldBeGreaterThan(CarrierFacts.SmallestModule);
        }
    }

    [Fact]
    public void A_sheet_that_is_not_on_offer_is_refused() => Should.Throw<ProblemException>(() => SheetLayout.For(7)).Problem.Remedy!.ShouldContain("24");

    [Fact]
    public void The_label_shows_the_element_string_and_hostile_names_stay_text()
    {
        var label = Label.Of(new Thing(PassportRoom.Item, ThingKind.Pack, "<script>\"&"), Base);
        label.Lines.ShouldBe(["(01) 09521234500018", "(21) A1"]);
        var svg = XDocument.Parse(LabelSheets.Svg([label], SheetLayout.All[0]));
        svg.Descendants().ShouldNotContain(element => element.Name.LocalName == "script");
        svg.Descendants().First(element => element.Name.LocalName == "text").Value.ShouldBe("<script>\"&");
        LabelSheets.Html([label], SheetLayout.All[0], "</title><script>").ShouldNotContain("<script>");
    }

    [Fact]
    public void Fifty_labels_stand_on_three_sheets()
    {
        var html = LabelSheets.Html([.. Labels(50)], SheetLayout.All[0], "Fifty");
        html.Split("<svg ").Length.ShouldBe(4);
        XDocument.Parse(LabelSheets.Svg([.. Labels(50)], SheetLayout.All[0])).Root!.Attribute("height")!.Value.ShouldBe("891mm");
    }

    [Fact]
    [Trait("Requirement", "18220-1")]
    [Trait("Requirement", "LAW-03")]
    public async Task A_scanner_reads_every_code_of_a_printed_sheet()
    {
        const string scanner = "/usr/bin/zbarimg";
        var browser = new[] { "/usr/bin/chromium-headless-shell", "/usr/bin/chromium" }.FirstOrDefault(File.Exists);
        Assert.SkipUnless(File.Exists(scanner) && browser is not null, "zbarimg (zbar-tools) and chromium are needed.");
        using var folder = new TemporaryFolder();
        foreach (var layout in SheetLayout.All)
        {
            List<Label> labels = [.. Labels(layout.PerPage)];
            var (page, image) = (Path.Combine(folder.Path, "sheet.svg"), Path.Combine(folder.Path, "sheet.png"));
            await File.WriteAllTextAsync(page, LabelSheets.Svg(labels, layout));
            // zbar looks for all codes of a picture at once and may miss one at a resolution; a person would scan again.
            var read = new HashSet<string>(StringComparer.Ordinal);
            foreach (var scale in new[] { 2, 3, 4 }.TakeWhile(_ => read.Count < labels.Count))
            {
                await RunAsync(browser!, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", $"--force-device-scale-factor={scale}", "--window-size=794,1123", $"--user-data-dir={folder.Path}/profile", $"--screenshot={image}", "file://" + page);
                read.UnionWith((await RunAsync(scanner, "--quiet", "--raw", image)).Split('\n', StringSplitOptions.RemoveEmptyEntries));
            }

            read.ShouldBe(labels.Select(label => label.Link.AbsoluteUri), ignoreOrder: true, $"{layout.PerPage} on a page");
        }
    }

    private static IEnumerable<Label> Labels(int count) => Enumerable.Range(1, count)
        .Select(number => Label.Of(new Thing(ThingId.Parse($"{PassportRoom.Model}/21/SN-{number:0000}"), ThingKind.Pack, $"Pack {number}"), Base));

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(40));
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        var output = await process.StandardOutput.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        await errors;
        return output;
    }
}
