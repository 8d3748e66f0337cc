using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Voltloop.Bench.Http;

/// <summary>One passport as JSON over HTTP, beside a bare Kestrel endpoint that returns the same bytes.</summary>
/// <param name="name">What is read.</param>
/// <param name="query">Query of the request.</param>
/// <param name="share">Share of the bare endpoint's rate that is promised; <c>null</c> for none.</param>
internal sealed class PassportComparison(string name, string query, double? share = null) : IComparison
{
    private const string Path = "/api/v1/passports/https%3A%2F%2Fid.gs1.org%2F01%2F09521234500018%2F21%2FTBSI-B1T25";

    public string Name => name;

    public string Unit => "requests/s";

    public double? AimOfPlain => share;

    private const int Rounds = 3;

    // Both servers run at once and are asked in turn, so that neither is measured while the other's code is still cold.
    public Task<(double Ours, double Plain)> MeasureAsync() => House.UseAsync(async url =>
    {
        using var client = new HttpClient();
        await using var bare = await BareAsync(await client.GetByteArrayAsync(url + Path + query));
        string[] urls = [url + Path + query, bare.Urls.First() + "/passport"];
        var rates = new List<double>[] { [], [] };
        for (var round = -1; round < Rounds; round++)
        {
            for (var side = 0; side < urls.Length; side++)
            {
                rates[side].Add(await Wrk.RunAsync(urls[side]));
            }
        }

        return (Median(rates[0]), Median(rates[1]));
    });

    // The first round warms up and does not count.
    private static double Median(List<double> rates) => rates.Skip(1).Order().ElementAt(Rounds / 2);

    private static async Task<WebApplication> BareAsync(byte[] bytes)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/passport", () => Results.Bytes(bytes, "application/json; charset=utf-8"));
        await app.StartAsync();
        return app;
    }
}
