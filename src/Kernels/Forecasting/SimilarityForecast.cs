using Voltloop.Kernels.Conformal;

namespace Voltloop.Kernels.Forecasting;

/// <summary>
/// Remaining life from cells that have lived to their end under the same conditions: each is stretched in time and shifted in
/// capacity until it lies along the history of the cell, and speaks with a weight that falls with its distance and its stretch
/// (after Wang, Yu, Siegel and Lee, PHM 2008). The interval comes from forecasting each of those cells from the others at the
/// same cycle (Barber et al. 2021).
/// </summary>
public sealed class SimilarityForecast
{
    /// <summary>Fewest cells that have lived to their end.</summary>
    public const int FewestReferences = 4;

    private const int GridPoints = 40;
    private const double LargestStretch = 0.5;
    private const int Stretches = 101;
    private const double SmallestSpread = 0.01;
    private static readonly double[] Tolerances = [0.0005, 0.001, 0.002, 0.004, 0.008, 0.016, 0.064];

    private readonly IReadOnlyList<FadePath> _references;
    private readonly SimilaritySettings _settings;
    private readonly double[] _lives;

    /// <summary>Takes cells that have reached the end.</summary>
    /// <exception cref="ArgumentException">One has not, or there are too few.</exception>
    public SimilarityForecast(IReadOnlyList<FadePath> references, SimilaritySettings settings)
    {
        if (references.Count < FewestReferences) throw new ArgumentException("Too few cells have reached their end of life.", nameof(references));
        (_references, _settings) = (references, settings);
        _lives = [.. references.Select(path => path.FallsBelow(settings.End) ?? throw new ArgumentException("A cell has not reached its end of life.", nameof(references)))];
    }

    /// <summary>Forecasts the cell from what is known of it.</summary>
    public LifeForecast Predict(FadePath known)
    {
        int[] all = [.. Enumerable.Range(0, _references.Count)];
        var (tolerance, errors) = Calibrate(known.Last);
        var votes = Votes(known, all);
        var life = Expected(votes, tolerance);
        var level = Math.Min(_settings.Level, errors.Length / (errors.Length + 1.0) - 1e-9);
        var reach = SplitConformal.Of(errors, level).Reach;
        var interval = new Bounds(Math.Max(known.Last, life * Math.Exp(-reach)), life * Math.Exp(reach));
        return new LifeForecast(Math.Max(known.Last, life), interval, level, all.Length) { Path = Path(known, votes, tolerance, (life, interval)) };
    }

    // The tolerance under which the cells foretell each other best at this cycle, and their errors in log life there.
    private (double Tolerance, double[] Errors) Calibrate(double cycle)
    {
        int[] alive = [.. Enumerable.Range(0, _references.Count).Where(i => _lives[i] > cycle)];
        int[] told = alive.Length >= FewestReferences ? alive : [.. Enumerable.Range(0, _references.Count)];
        var votes = Array.ConvertAll(told, i => Votes(
            _references[i].UpTo(Math.Min(cycle, _lives[i] - 1)) ?? _references[i], [.. Enumerable.Range(0, _references.Count).Where(other => other != i)]));
        var tried = Tolerances.Select(tolerance => (Tolerance: tolerance, Errors: told.Select((i, place) => Math.Log(Expected(votes[place], tolerance) / _lives[i])).ToArray()));
        return tried.MinBy(one => one.Errors.Sum(error => error * error));
    }

    private static double Expected(Vote[] votes, double tolerance)
    {
        var best = votes.Min(vote => vote.Distance(tolerance));
        var (sum, total) = (0.0, 0.0);
        foreach (var vote in votes)
        {
            var weight = Math.Exp(best - vote.Distance(tolerance));
            sum += weight * Math.Log(vote.Life);
            total += weight;
        }

        return Math.Exp(sum / total);
    }

    private Vote[] Votes(FadePath known, int[] among)
    {
        var spread = Spread(among);
        double[] grid = [.. Enumerable.Range(0, GridPoints).Select(i => known.First + ((known.Last - known.First) * i / (GridPoints - 1.0)))];
        double[] own = Array.ConvertAll(grid, known.At);
        return [.. among.SelectMany(i => Enumerable.Range(0, Stretches).Select(k => VoteOf(i, LargestStretch * ((2.0 * k / (Stretches - 1)) - 1), (grid, own, spread))).OfType<Vote>())];
    }

    // The reference, lived faster by exp(stretch); the shift is what remains between the two over the later half.
    private Vote? VoteOf(int reference, double stretch, (double[] Grid, double[] Own, double Spread) known)
    {
        var (path, rate) = (_references[reference], Math.Exp(stretch));
        var apart = new double[known.Grid.Length];
        for (var i = 0; i < apart.Length; i++) apart[i] = known.Own[i] - path.At(known.Grid[i] * rate);
        var shift = apart.Skip(apart.Length / 2).Average();
        var squares = apart.Average(difference => (difference - shift) * (difference - shift));
        return path.FallsBelow(_settings.End - shift) is { } end ? new Vote(reference, rate, shift, end / rate, squares, stretch * stretch / (known.Spread * known.Spread)) : null;
    }

    private double Spread(int[] among)
    {
        double[] logs = Array.ConvertAll(among, i => Math.Log(_lives[i]));
        var mean = logs.Average();
        return Math.Max(SmallestSpread, Math.Sqrt(logs.Average(value => (value - mean) * (value - mean))));
    }

    // The weighted way of the references from here on, stretched so that it ends where the forecast does.
    private PathPoint[] Path(FadePath known, Vote[] votes, double tolerance, (double Life, Bounds Interval) to)
    {
        const int Points = 60;
        if (to.Life <= known.Last) return [];
        var vote = votes.MinBy(one => one.Distance(tolerance) + Math.Abs(Math.Log(one.Life / to.Life)))!;
        double Share(double cycle, double life) => _references[vote.Reference].At(
            (known.Last + ((cycle - known.Last) * (vote.Life - known.Last) / Math.Max(1, life - known.Last))) * vote.Rate) + vote.Shift;
        var end = Math.Min(to.Interval.Upper, 2 * to.Life);
        return [.. Enumerable.Range(0, Points + 1).Select(i => known.Last + ((end - known.Last) * i / Points)).Select(cycle => new PathPoint(
            cycle, Share(cycle, to.Life), Share(cycle, Math.Max(known.Last + 1, to.Interval.Lower)), Share(cycle, end)))];
    }

    private sealed record Vote(int Reference, double Rate, double Shift, double Life, double Squares, double Stretch)
    {
        public double Distance(double tolerance) => (Squares / (tolerance * tolerance) / 2) + (Stretch / 2);
    }
}
