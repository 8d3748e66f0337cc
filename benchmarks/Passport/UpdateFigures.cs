namespace Voltloop.Bench.Passport;

/// <summary>What a run of updates gave.</summary>
/// <param name="PerSecond">Updates per second.</param>
/// <param name="Processor">Processor time of the serving process for one update, microseconds.</param>
internal sealed record UpdateFigures(double PerSecond, double Processor);
