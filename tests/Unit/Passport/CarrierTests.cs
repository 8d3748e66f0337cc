using System.Diagnostics;
using System.Xml.Linq;
using Voltloop.Core.Identities;
using Voltloop.Passport.RenderCarrier;

namespace Voltloop.Tests.Unit.Passport;

[Trait("Requirement", "18220-1")]
public sealed class CarrierTests
{
    private static readonly Uri Base = new("https://passport.example.com/");

    [Theory]
    [InlineData("https://id.gs1.org/01/09521234500018/21/A1", "https://passport.example.com/01/09521234500018/21/A1")]
    [InlineData("https://id.gs1.org/01/09521234500018", "https://passport.example.com/01/09521234500018")]
    [InlineData("https://batteries.example/x?y=1", "https://passport.example.com/p/https%3A%2F%2Fbatteries.example%2Fx%3Fy%3D1")]
    [Trait("Requirement", "LAW-03")]
    public void A_carrier_points_under_the_configured_base(string id, string link) =>
        CarrierLink.For(ThingId.Parse(id), Base).AbsoluteUri.ShouldBe(link);

    [Fact]
    public void Without_a_base_it_holds_the_identifier() =>
        CarrierLink.For(PassportRoom.Item, null).AbsoluteUri.ShouldBe(PassportRoom.Item.Value);

    [Fact]
    public void Four_light_modules_surround_the_code()
    {
        var rows = QrCarrier.Modules(CarrierLink.For(PassportRoom.Item, Base));
        var dark = from y in Enumerable.Range(0, rows.Count) from x in Enumerable.Range(0, rows.Count) where rows[y][x] select (x, y);
        var places = dark.ToList();
        places.Min(place => place.x).ShouldBe(QrCarrier.QuietZone);
        places.Min(place => place.y).ShouldBe(QrCarrier.QuietZone);
        places.Max(place => place.x).ShouldBe(rows.Count - 1 - QrCarrier.QuietZone);
    }

    [Fact]
    public void The_svg_draws_exactly_the_dark_modules()
    {
        var link = CarrierLink.For(PassportRoom.Item, Base);
        var rows = QrCarrier.Modules(link);
        var path = XDocument.Parse(QrCarrier.Svg(link)).Descendants().Last(element => element.Name.LocalName == "path").Attribute("d")!.Value;
        var area = path.Split('M', StringSplitOptions.RemoveEmptyEntries).Sum(run => int.Parse(run.Split('h')[1].Split('v')[0]));
        area.ShouldBe(rows.Sum(row => row.Cast<bool>().Count(dark => dark)));
    }

    [Fact]
    [Trait("Requirement", "LAW-03")]
    public async Task A_scanner_reads_the_link_from_the_png()
    {
        const string scanner = "/usr/bin/zbarimg";
        Assert.SkipUnless(File.Exists(scanner), "zbarimg (Debian package zbar-tools) is not installed.");
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "code.png");
        var link = CarrierLink.For(PassportRoom.Item, Base);
        await File.WriteAllBytesAsync(file, QrCarrier.Png(link), TestContext.Current.CancellationToken);
        using var process = Process.Start(new ProcessStartInfo(scanner, ["--quiet", "--raw", file]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        (await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).Trim().ShouldBe(link.AbsoluteUri);
    }
}
