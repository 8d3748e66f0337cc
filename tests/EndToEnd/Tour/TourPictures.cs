using Microsoft.Playwright;

namespace Voltloop.Tests.EndToEnd.Tour;

/// <summary>Pictures of the stops: in a temporary folder, or in <c>docs/start/pictures</c> with <c>VOLTLOOP_WRITE=1</c>.</summary>
internal sealed class TourPictures
{
    private const int MostBytes = 150_000;
    private readonly DirectoryInfo _folder = Directory.CreateDirectory(Environment.GetEnvironmentVariable("VOLTLOOP_WRITE") == "1"
        ? Path.Combine(Root(), "docs", "start", "pictures") : Path.Combine(Root(), "artifacts", "tour"));

    public async Task TakeAsync(IPage page, string name)
    {
        var file = Path.Combine(_folder.FullName, name + ".png");
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = file, Scale = ScreenshotScale.Css });
        new FileInfo(file).Length.ShouldBeInRange(4000, MostBytes, file);
    }

    public static string Root()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "Voltloop.slnx"))) at = at.Parent!;
        return at.FullName;
    }
}
