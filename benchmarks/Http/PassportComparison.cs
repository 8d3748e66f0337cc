using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Voltloop.Bench.Http;

/// <summary>One passport as JSON over HTTP, beside a bare Kestrel endpoint that returns the same bytes.</summary>
/// <param name="name">What is read.</param>
/// <param name="query">Query of the request.</param>
internal sealed class PassportComparison(string name, string query) : IComparison
{
    private const string Path = "/api/v1/passports/https%3A%2F%2Fid.gs1.org%2F01%2F09521234500018%2F21%2FTBSI-B1T25";

    public string Name => name;

    public string Unit => "requests/s";

    public async Task<(double Ours, double Plain)> MeasureAsync()
    {
        var (ours, bytes) = await House.UseAsync(async url =>
        {
            using var client = new HttpClient();
            var body = await client.GetByteArrayAsync(url + Path + query);
            await Wrk.RunAsync(url + Path + query);
            return (await Wrk.RunAsync(url + Path + query), body);
        });
        return (ours, await BareAsync(bytes));
    }

    private static async Task<double> BareAsync(byte[] bytes)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        await using var app = builder.Build();
        app.MapGet("/passport", () => Results.Bytes(bytes, "application/json; charset=utf-8"));
        await app.StartAsync();
        await Wrk.RunAsync(app.Urls.First() + "/passport");
        var rate = await Wrk.RunAsync(app.Urls.First() + "/passport");
        await app.StopAsync();
        return rate;
    }
}
