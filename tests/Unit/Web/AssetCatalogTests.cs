using System.Net;
using Voltloop.Web.Assets;

namespace Voltloop.Tests.Unit.Web;

public sealed class AssetCatalogTests(WebFixture web) : IClassFixture<WebFixture>
{
    private readonly AssetCatalog _catalog = new();

    [Theory]
    [InlineData("app.css", "text/css; charset=utf-8")]
    [InlineData("app.js", "text/javascript; charset=utf-8")]
    [InlineData("charts.js", "text/javascript; charset=utf-8")]
    [InlineData("theme.js", "text/javascript; charset=utf-8")]
    [InlineData("favicon.svg", "image/svg+xml")]
    public async Task Assets_come_whole_with_their_type_and_may_be_kept_for_ever(string name, string type)
    {
        using var response = await web.Client.GetAsync(_catalog.Url(name));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.ToString().ShouldBe(type);
        (await response.Content.ReadAsByteArrayAsync()).Length.ShouldBeGreaterThan(100);
        response.Headers.CacheControl!.ToString().ShouldContain("max-age=31536000");
        response.Headers.CacheControl.ToString().ShouldContain("immutable");
    }

    [Theory]
    [InlineData("/assets/app.css")]
    [InlineData("/assets/app.css?v=000000000000")]
    public async Task An_address_without_the_current_hash_is_checked_again_each_time(string path)
    {
        using var response = await web.Client.GetAsync(path);

        response.Headers.CacheControl!.NoCache.ShouldBeTrue();
        using var again = new HttpRequestMessage(HttpMethod.Get, path);
        again.Headers.IfNoneMatch.Add(response.Headers.ETag!);
        using var unchanged = await web.Client.SendAsync(again);
        unchanged.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task Text_is_sent_compressed_to_browsers_that_take_it()
    {
        var plain = await web.Client.GetByteArrayAsync("/assets/charts.js");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/assets/charts.js");
        request.Headers.AcceptEncoding.ParseAdd("br");
        using var response = await web.Client.SendAsync(request);

        response.Content.Headers.ContentEncoding.ShouldContain("br");
        (await response.Content.ReadAsByteArrayAsync()).Length.ShouldBeLessThan(plain.Length / 2 + 1000);
    }

    [Theory]
    [InlineData("/assets/none.js")]
    [InlineData("/assets/../voltloop.dll")]
    [InlineData("/assets/..%2Fvoltloop.dll")]
    public async Task Only_what_stands_in_wwwroot_is_served(string path)
    {
        using var response = await web.Client.GetAsync(path);
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public void A_missing_asset_is_named_with_the_remedy() =>
        Should.Throw<InvalidOperationException>(() => _catalog.Url("nope.js")).Message.ShouldContain("build src/Web first");

    [Fact]
    public void The_hash_in_the_address_follows_the_content()
    {
        var folder = Directory.CreateTempSubdirectory("vl-assets");
        try
        {
            var file = Path.Combine(folder.FullName, "a.css");
            File.WriteAllText(file, "a{}");
            var before = new AssetCatalog(folder.FullName).Url("a.css");
            File.WriteAllText(file, "b{}");
            new AssetCatalog(folder.FullName).Url("a.css").ShouldNotBe(before);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
