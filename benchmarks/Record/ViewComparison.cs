using Voltloop.Core.Time;

namespace Voltloop.Bench.Record;

/// <summary>Everything that holds for one cell of a thousand: a hundred terms, each stated three times.</summary>
internal sealed class ViewComparison : IComparison
{
    private const int Cells = 1000;
    private const int Rounds = 3;
    private const double Seconds = 2;
    private const int PerRound = 100;

    public string Name => $"full view of a thing, {Sample.TermsPerThing} statements";

    public string Unit => "views/s";

    public async Task<(double Ours, double Plain)> MeasureAsync()
    {
        var batches = Enumerable.Range(0, Rounds).SelectMany(r => Enumerable.Range(0, Cells / 100).Select(b => Sample.Statements(b * 100, 100, r))).ToList();
        var ours = await Stores.Ours(async record =>
        {
            foreach (var batch in batches)
            {
                await record.WriteAsync(batch);
            }

            return await Clock.PerSecond(Seconds, round => Read(i => record.ReadStatementsAsync(Sample.Cell(i), AsOf.Latest).AsTask().Result.Count, round));
        });
        var plain = await Stores.Plain(store =>
        {
            batches.ForEach(b => store.Write(b.Assertions.SelectMany(a => a.Statements.Select(s => (s, a.Issuer)))));
            var command = store.ViewCommand();
            return Clock.PerSecond(Seconds, round => Read(i => store.ReadView(command, Sample.Cell(i).Value).Count, round));
        });
        return (ours, plain);
    }

    private static Task<long> Read(Func<int, int> view, int round)
    {
        var random = new Random(round);
        for (var i = 0; i < PerRound; i++)
        {
            if (view(random.Next(Cells)) != Sample.TermsPerThing)
            {
                throw new InvalidOperationException("The view is not complete.");
            }
        }

        return Task.FromResult((long)PerRound);
    }
}
