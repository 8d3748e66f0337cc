using System.Security.Cryptography;
using System.Text;
using Voltloop.Core.Identities;
using Voltloop.Passport.CheckCompleteness;
using Voltloop.Passport.CreatePassport;
using Voltloop.Passport.Dialects;
using Voltloop.Passport.ExportPassport;
using Voltloop.Passport.ImportPayload;
using Voltloop.Passport.ImportVoltloop;
using Voltloop.Passport.ReadPassport;
using Voltloop.Record.Importing;
using Voltloop.Record.Terms;
using Voltloop.Tests.Passport;

namespace Voltloop.Tests.Unit.Passport;

/// <summary>The room over a record in memory.</summary>
internal sealed class PassportRoom
{
    public static readonly ThingId Model = ThingId.Parse("https://id.gs1.org/01/09521234500018");
    public static readonly ThingId Item = ThingId.Parse("https://id.gs1.org/01/09521234500018/21/A1");
    public static readonly DateTimeOffset Now = new(2026, 11, 1, 12, 0, 0, TimeSpan.Zero);

    public PassportRoom()
    {
        Dialects = DialectCatalog.Load(Vocabulary);
        Reader = new PassportReader(Record, Vocabulary);
        Exporter = new PassportExporter(Reader, Record, Dialects);
        Completeness = new CompletenessReader(Reader, Vocabulary, null);
        Creator = new PassportCreator(Record, Record, Vocabulary, new StoppedClock());
    }

    public MemoryRecord Record { get; } = new();

    public Vocabulary Vocabulary { get; } = Vocabulary.Load();

    public DialectCatalog Dialects { get; }

    public PassportReader Reader { get; }

    public PassportExporter Exporter { get; }

    public CompletenessReader Completeness { get; }

    public PassportCreator Creator { get; }

    public static ImportSource Source(string text, Encoding? encoding = null)
    {
        var bytes = (encoding ?? new UTF8Encoding(false)).GetPreamble().Concat((encoding ?? new UTF8Encoding(false)).GetBytes(text)).ToArray();
        return new ImportSource("payload.json", bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    public Task<ImportPlan> PlanAsync(ImportSource source, ImportOptions? options = null) =>
        new PayloadImporter(Dialects, Vocabulary).PlanAsync(source, options ?? Options(Item), Record, CancellationToken.None);

    public Task<ImportPlan> PlanOwnAsync(ImportSource source) =>
        new VoltloopImporter(Vocabulary).PlanAsync(source, new ImportOptions("issuer", Now), Record, CancellationToken.None);

    public async Task<ImportPlan> ImportAsync(ImportSource source, ImportOptions? options = null)
    {
        var plan = await PlanAsync(source, options);
        plan.CanCommit.ShouldBeTrue();
        await Record.WriteAsync(plan.Batch);
        return plan;
    }

    public static ImportOptions Options(ThingId? thing) => new("issuer", Now) { Thing = thing };

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
