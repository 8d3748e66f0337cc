namespace Voltloop.Bench.Passport;

/// <summary>What many passports take: disk per passport, memory of the serving process, time to the first passport.</summary>
/// <param name="fleets">Stores with many passports.</param>
/// <param name="count">Passports.</param>
/// <param name="unit">Which of the three: bytes, MB or ms.</param>
internal sealed class KeepComparison(Fleets fleets, int count, string unit) : IComparison
{
    private const int Read = 1000;
    private const double Mega = 1e6;

    public string Name => $"{count:N0} passports: " + unit switch
    {
        "bytes" => "disk per passport",
        "MB" => $"memory after {Read:N0} were read",
        _ => "start to the first passport answered",
    };

    public string Unit => unit;

    public bool SmallerIsBetter => true;

    public async Task<(double Ours, double Plain)> MeasureAsync()
    {
        var directory = await fleets.DirectoryAsync(count);
        if (unit == "bytes")
        {
            return (new DirectoryInfo(directory).EnumerateFiles("*", SearchOption.AllDirectories).Sum(f => f.Length) / (double)count, double.NaN);
        }

        await using var served = new ServedHouse(directory);
        var start = await served.StartAsync(Path(0));
        for (var i = 0; i < Read && unit == "MB"; i++)
        {
            (await served.Client.GetAsync(Path(i * (count / Read)))).EnsureSuccessStatusCode();
        }

        return (unit == "MB" ? served.Memory / Mega : start.TotalMilliseconds, double.NaN);
    }

    private static string Path(int number) => "/api/v1/passports/" + Uri.EscapeDataString(Fleet.Id(number));
}
