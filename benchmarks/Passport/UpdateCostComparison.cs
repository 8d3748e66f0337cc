namespace Voltloop.Bench.Passport;

/// <summary>Processor time of the serving process for one update: unlike the rate it does not depend on what else the machine does.</summary>
/// <param name="run">The updates.</param>
internal sealed class UpdateCostComparison(UpdateRun run) : IComparison
{
    public string Name => $"processor time of a {run.Name}";

    public string Unit => "µs";

    public bool SmallerIsBetter => true;

    public bool IsRepeatable => false;

    public async Task<(double Ours, double Plain)> MeasureAsync()
    {
        var (ours, plain) = await run.FiguresAsync();
        return (ours.Processor, plain.Processor);
    }
}
