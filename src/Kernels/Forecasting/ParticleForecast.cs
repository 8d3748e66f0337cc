using Voltloop.Kernels.Conformal;
using Voltloop.Kernels.LinearAlgebra;

namespace Voltloop.Kernels.Forecasting;

/// <summary>
/// Remaining life of a cell from its own fade alone: particles carry a power law of fade, share = start − loss (n/1000)^exponent,
/// and are weighed and drawn anew with each measurement (Saha, Goebel, Poll and Christophersen, IEEE Trans. Instrum. Meas. 58,
/// 2009), kept apart by a kernel that leaves their mean and covariance as they are (Liu and West 2001). Valid once the fade is
/// well under way; before, nothing in the history says when the end comes.
/// </summary>
public static class ParticleForecast
{
    private const double Thousand = 1000;
    private const double Shrink = 0.98;
    private const double SmallestNoise = 0.002;
    private const double Misfit = 3;
    private const double Longest = 20;
    private const int PathPoints = 60;

    /// <summary>Forecasts.</summary>
    /// <param name="known">History; at least three cycles.</param>
    /// <param name="settings">What is asked for.</param>
    /// <returns>The forecast; its upper end is infinite when too many particles do not reach the end within twenty times the history.</returns>
    public static LifeForecast Predict(FadePath known, ParticleSettings settings)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(known.Count, 3);
        var particles = Follow(known, settings);
        double[] lives = [.. particles.Select(one => Math.Max(known.Last, one.End(settings.End))).Order()];
        var tail = (1 - settings.Level) / 2;
        var interval = new Bounds(Quantile(lives, tail), Bounded(Quantile(lives, 1 - tail), known.Last));
        return new LifeForecast(Quantile(lives, 0.5), interval, settings.Level, particles.Length) { Path = Path(particles, known.Last, interval, tail) };
    }

    private static Particle[] Follow(FadePath known, ParticleSettings settings)
    {
        var random = new Random(settings.Seed);
        var noise = Math.Max(SmallestNoise, Misfit * known.Scatter());
        Particle[] particles = [.. Enumerable.Range(0, settings.Particles).Select(_ => Draw(known, noise, random))];
        var steps = Math.Min(settings.Steps, known.Count);
        for (var step = 1; step <= steps; step++)
        {
            var cycle = known.First + ((known.Last - known.First) * step / steps);
            particles = Resample(particles, cycle, (known.At(cycle), noise), random);
        }

        return particles;
    }

    private static Particle Draw(FadePath known, double noise, Random random) => new(
        known.At(known.First) + (2 * noise * Normal(random)), Math.Log(0.2) + (1.2 * Normal(random)), Math.Log(1.3) + (0.5 * Normal(random)));

    private static Particle[] Resample(Particle[] particles, double cycle, (double Share, double Noise) measured, Random random)
    {
        var weights = Array.ConvertAll(particles, one => -Math.Pow((one.At(cycle) - measured.Share) / measured.Noise, 2) / 2);
        var best = weights.Max();
        weights = Array.ConvertAll(weights, weight => Math.Exp(weight - best));
        var (total, place, passed) = (weights.Sum(), 0, weights[0]);
        var drawn = new Particle[particles.Length];
        var offset = random.NextDouble();
        for (var i = 0; i < drawn.Length; i++)
        {
            var aim = (i + offset) / drawn.Length * total;
            while (passed < aim && place < particles.Length - 1) passed += weights[++place];
            drawn[i] = particles[place];
        }

        return Spread(drawn, random);
    }

    // Each particle moves towards the mean and then at random, so that equal ones part and the cloud keeps its shape.
    private static Particle[] Spread(Particle[] particles, Random random)
    {
        double[] mean = [particles.Average(one => one.Start), particles.Average(one => one.LogLoss), particles.Average(one => one.LogExponent)];
        var covariance = new Matrix(3, 3);
        foreach (var one in particles)
        {
            double[] off = [one.Start - mean[0], one.LogLoss - mean[1], one.LogExponent - mean[2]];
            for (var k = 0; k < 3; k++) Dot.Add(covariance.Row(k), off[k] / particles.Length, off);
        }

        for (var k = 0; k < 3; k++) covariance[k, k] = (covariance[k, k] * (1 + 1e-9)) + 1e-14;
        var size = Math.Sqrt(1 - (Shrink * Shrink));
        var lower = Cholesky.TryOf(covariance)?.Lower;
        return lower is null ? particles : Array.ConvertAll(particles, one =>
        {
            double[] draw = [size * Normal(random), size * Normal(random), size * Normal(random)];
            double Moved(double value, int k) => (Shrink * value) + ((1 - Shrink) * mean[k]) + Dot.Of(lower.Row(k), draw);
            return new Particle(Moved(one.Start, 0), Moved(one.LogLoss, 1), Moved(one.LogExponent, 2));
        });
    }

    private static PathPoint[] Path(Particle[] particles, double from, Bounds life, double tail)
    {
        var to = double.IsFinite(life.Upper) ? life.Upper : 2 * from;
        return [.. Enumerable.Range(0, PathPoints + 1).Select(i => from + ((to - from) * i / PathPoints)).Select(cycle =>
        {
            double[] shares = [.. particles.Select(one => one.At(cycle)).Order()];
            return new PathPoint(cycle, Quantile(shares, 0.5), Quantile(shares, tail), Quantile(shares, 1 - tail));
        })];
    }

    private static double Bounded(double life, double known) => life > Longest * known ? double.PositiveInfinity : life;

    private static double Quantile(double[] sorted, double probability) => sorted[Math.Clamp((int)Math.Ceiling(probability * sorted.Length) - 1, 0, sorted.Length - 1)];

    // Box and Muller.
    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private readonly record struct Particle(double Start, double LogLoss, double LogExponent)
    {
        public double At(double cycle) => Start - (Math.Exp(LogLoss) * Math.Pow(cycle / Thousand, Math.Exp(LogExponent)));

        public double End(double share) => Start <= share ? 0 : Thousand * Math.Pow((Start - share) / Math.Exp(LogLoss), Math.Exp(-LogExponent));
    }
}
