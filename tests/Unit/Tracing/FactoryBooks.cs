using System.Text.Json;
using Voltloop.Tracing.BalanceMass;
using Voltloop.Tracing.Model.Custody;
using Voltloop.Tracing.Model.Factory;

namespace Voltloop.Tests.Unit.Tracing;

/// <summary>The books of a made-up chain, read from its events and its passport file as any others.</summary>
internal static class FactoryBooks
{
    public static BalanceReport Report(FactoryPlan plan) => BalanceReport.Of(Of(plan));

    public static BalanceBooks Of(FactoryPlan plan) => BalanceSheet.Of(Said(plan), PeriodLength.Month, new CustodyPolicy(), Facts(plan)).Books;

    public static IEnumerable<MassEvent> Said(FactoryPlan plan) =>
        new FactoryChain(plan).Events().Where(one => MassEventReader.MayCount(one)).Select(Read).OrderBy(one => one.At);

    private static MassEvent Read(byte[] one, int number)
    {
        using var json = JsonDocument.Parse(one);
        return MassEventReader.Read(json.RootElement, $"{number}", "test");
    }

    private static SiteFacts[] Facts(FactoryPlan plan)
    {
        using var sheet = JsonDocument.Parse(new FactorySheet(plan).Write());
        return [.. sheet.RootElement.GetProperty("statements").EnumerateArray().Where(fact => fact.GetProperty("term").GetString() == SiteFactsReader.Term)
            .SelectMany(fact => SiteFactsReader.Read(fact.GetProperty("thing").GetString()!, fact.GetProperty("value")))];
    }
}
