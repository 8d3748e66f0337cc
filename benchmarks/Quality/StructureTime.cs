using Voltloop.Kernels.CausalStructure;
using Voltloop.Tests.Unit.Kernels;

namespace Voltloop.Bench.Quality;

/// <summary>Time to learn a line of 98 variables from 500 units, ranks and directions included.</summary>
internal sealed class StructureTime : IComparison
{
    private const int Times = 15;
    private const double Milli = 1000;

    public string Name => "500 units x 98 variables, stations, sets of up to three";

    public string Unit => "ms CPU";

    public bool SmallerIsBetter => true;

    public async Task<(double Ours, double Plain)> MeasureAsync()
    {
        var line = new PlantedLine(1, 500);
        return (Milli * CpuTime.Best(Times, () => StructureComparison.Learn(line, StructureSearch.Stations, isOrdered: true)), Milli * await ScriptPeer.Numpy.AskAsync("structure"));
    }
}
