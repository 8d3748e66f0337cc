namespace Voltloop.Bench.Passport;

/// <summary>Updates per second.</summary>
/// <param name="run">The updates.</param>
internal sealed class UpdateComparison(UpdateRun run) : IComparison
{
    private const double Promised = 5_000;

    public string Name => run.Name;

    public string Unit => "updates/s";

    public double? Aim => run.Clients == 16 ? Promised : null;

    public bool IsRepeatable => false;

    public async Task<(double Ours, double Plain)> MeasureAsync()
    {
        var (ours, plain) = await run.FiguresAsync();
        return (ours.PerSecond, plain.PerSecond);
    }
}
