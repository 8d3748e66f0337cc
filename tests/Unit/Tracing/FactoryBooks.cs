using System.Text.Json;
using Voltloop.Tracing.BalanceMass;
using Voltloop.Tracing.Model.Custody;
using Voltloop.Tracing.Model.Factory;

namespace Voltloop.Tests.Unit.Tracing;

/// <summary>The books of a made-up chain, read from its events and its passport file as any others.</summary>
internal static class FactoryBooks
{
    public static BalanceReport Report(FactoryPlan plan) => BalanceReport.Of(Of(plan));

    public static BalanceBooks Of(FactoryPlan plan)
    {
        var policy = new CustodyPolicy();
        var (reader, documents) = (new EventFlows(policy), new FactoryChain(plan).Events().Where(Weighs).Select(one => JsonDocument.Parse(one)).ToList());
        foreach (var (one, i) in documents.Select((one, i) => (one, i))) reader.Learn(one.RootElement, $"{i}");
        MassFlow[] flows = [.. documents.SelectMany((one, i) => reader.Read(one.RootElement, $"{i}", "test")).OrderBy(flow => flow.At)];
        return new BalanceBooks(flows, LedgerPeriod.Cover(flows[0].At, flows[^1].At.AddTicks(1), PeriodLength.Month), policy, Facts(plan));
    }

    private static bool Weighs(byte[] one) => one.AsSpan().IndexOf("uantityList\""u8) >= 0;

    private static SiteFacts[] Facts(FactoryPlan plan)
    {
        using var sheet = JsonDocument.Parse(new FactorySheet(plan).Write());
        return [.. sheet.RootElement.GetProperty("statements").EnumerateArray().Where(fact => fact.GetProperty("term").GetString() == SiteFactsReader.Term)
            .SelectMany(fact => SiteFactsReader.Read(fact.GetProperty("thing").GetString()!, fact.GetProperty("value")))];
    }
}
