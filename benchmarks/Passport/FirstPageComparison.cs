using System.Diagnostics;

namespace Voltloop.Bench.Passport;

/// <summary>Time to a page of a list over HTTP, median of many; beside nothing, since a plain list of rows is not the same page.</summary>
/// <param name="fleets">Stores with many passports.</param>
/// <param name="count">Passports.</param>
/// <param name="what">Name and path of the page.</param>
internal sealed class FirstPageComparison(Fleets fleets, int count, (string Name, string Path) what) : IComparison
{
    private const int Times = 101;

    public string Name => $"{what.Name}, {count:N0} passports";

    public string Unit => "ms, median";

    public double? Aim => 10;

    public bool SmallerIsBetter => true;

    public async Task<(double Ours, double Plain)> MeasureAsync()
    {
        await using var served = new ServedHouse(await fleets.DirectoryAsync(count));
        await served.StartAsync(what.Path);
        var times = new List<double>();
        for (var i = 0; i < Times; i++)
        {
            var clock = Stopwatch.StartNew();
            (await served.Client.GetAsync(what.Path)).EnsureSuccessStatusCode();
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        return (times.Order().ElementAt(Times / 2), double.NaN);
    }
}
