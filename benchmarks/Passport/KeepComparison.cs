namespace Voltloop.Bench.Passport;

/// <summary>What many passports take: disk per passport, memory of the serving process, time to the first passport.</summary>
/// <param name="store">Store with many passports.</param>
/// <param name="unit">Which of the three: bytes, MB or ms.</param>
internal sealed class KeepComparison(LargeStore store, string unit) : IComparison
{
    private const int Read = 1000;
    private const double Mega = 1e6;

    public string Name => $"{store.Count:N0} passports: " + unit switch
    {
        "bytes" => "disk per passport",
        "MB" => $"memory after {Read:N0} were read",
        _ => "start to the first passport answered",
    };

    public string Unit => unit;

    public bool SmallerIsBetter => true;

    public async Task<(double Ours, double Plain)> MeasureAsync()
    {
        var directory = await store.DirectoryAsync();
        if (unit == "bytes")
        {
            return (new DirectoryInfo(directory).EnumerateFiles("*", SearchOption.AllDirectories).Sum(f => f.Length) / (double)store.Count, double.NaN);
        }

        using var served = await ServedStore.StartAsync(directory, Path(0));
        using var client = new HttpClient { BaseAddress = new Uri(served.Url) };
        for (var i = 0; i < Read && unit == "MB"; i++)
        {
            (await client.GetAsync(Path(i * (store.Count / Read)))).EnsureSuccessStatusCode();
        }

        return (unit == "MB" ? served.Memory / Mega : served.Start.TotalMilliseconds, double.NaN);
    }

    private static string Path(int number) => "/api/v1/passports/" + Uri.EscapeDataString(Fleet.Id(number));
}
