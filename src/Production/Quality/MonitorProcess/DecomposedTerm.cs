namespace Voltloop.Quality.MonitorProcess;

/// <summary>A term of the decomposition of T² after Mason, Young and Tracy.</summary>
/// <param name="Signal">Name of the signal.</param>
/// <param name="Value">What it adds to T² when those before it are known.</param>
/// <param name="Total">T² up to this signal.</param>
/// <param name="Probability">Probability that chance adds as much.</param>
internal sealed record DecomposedTerm(string Signal, double Value, double Total, double Probability);
