using Voltloop.Tracing.Model.Custody;

namespace Voltloop.Tests.Unit.Tracing;

/// <summary>Accounts of claims by site, element, model and period.</summary>
public sealed class ClaimBookTests
{
    private static readonly DateTimeOffset Begin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Every_period_adds_up_and_hands_on_what_can_still_be_claimed()
    {
        var ledger = Keep([In(0, 100, 1), Out(1, 30, 1), Out(2, 20, 0.5), In(3, 10, 0.5), Out(14, 5, 1)]).ShouldHaveSingleItem();
        ledger.Lines.Count.ShouldBe(15);
        for (var i = 0; i < ledger.Lines.Count; i++)
        {
            var line = ledger.Lines[i];
            line.Opening.ShouldBe(i == 0 ? 0 : ledger.Lines[i - 1].Closing);
            line.Closing.ShouldBe(line.Opening + line.Credited - line.Issued - line.Expired, 1e-9);
        }

        ledger.Claimed.ShouldBe(45);
        ledger.Lines.Sum(line => line.Expired).ShouldBe(60, 1e-9, "what is left of the first 100 kg after a year");
        (ledger.Uncovered, ledger.Lines[^1].Closing).ShouldBe((0, 0));
    }

    [Fact]
    public void What_the_process_loses_cannot_be_claimed()
    {
        var ledger = Keep([In(0, 100, 1), Flow(FlowKind.Consumed, 0.2, 100, 1), Out(1, 95, 1)], new SiteFacts("refinery", "Co") { Recovery = new Amount(0.9, 0.01) }).ShouldHaveSingleItem();
        (ledger.Conversion, ledger.Uncovered).ShouldBe((0.9, 5));
        ledger.Uncertainty.ShouldBeGreaterThan(1, "the recovery is known to 1 % of 100 kg");
    }

    [Fact]
    public void Only_what_uncertainty_does_not_explain_is_a_finding()
    {
        ClaimCheck.Look(Books([In(0, 100, 1), Out(1, 100.4, 1)])).ShouldBeEmpty("weighings leave half a percent open");
        var finding = ClaimCheck.Look(Books([In(0, 100, 1), Out(1, 120, 1)])).ShouldHaveSingleItem();
        (finding.Check, finding.Amount.Value, finding.Found!.Value.Value).ShouldBe((BalanceCheck.Claim, 20, 120));
        finding.Method.ShouldContain("Credit method");
    }

    [Fact]
    public void Material_that_was_kept_apart_may_be_sold_as_mass_balance_and_not_the_other_way_round()
    {
        Keep([In(0, 50, 1) with { Model = CustodyModel.IdentityPreserved }, Out(1, 40, 1)]).ShouldHaveSingleItem().Uncovered.ShouldBe(0);
        Keep([In(0, 50, 1), Out(1, 40, 1) with { Model = CustodyModel.Segregated }]).Sum(ledger => ledger.Uncovered).ShouldBe(40);
    }

    [Fact]
    public void A_rolling_average_gives_the_eligible_part_of_each_output()
    {
        var books = Books([In(0, 100, 0.5), Out(1, 100, 0.5), Out(1.5, 10, 0.6)]) with { Policy = new CustodyPolicy { ClaimMethod = ClaimMethod.RollingAverage } };
        var ledger = ClaimBook.Keep(books).ShouldHaveSingleItem();
        ledger.Uncovered.ShouldBe(6, 1e-6, "all of the 50 kg is used");
        ledger.Lines[^1].Closing.ShouldBe(0, 1e-9);
    }

    [Fact]
    public void Without_claims_there_are_no_accounts() => Keep([In(0, 100, 1) with { Claimed = null }]).ShouldBeEmpty();

    private static MassFlow In(double month, double kg, double part) => Flow(FlowKind.Received, month, kg, part);

    private static MassFlow Out(double month, double kg, double part) => Flow(FlowKind.Shipped, month, kg, part);

    private static MassFlow Flow(FlowKind kind, double month, double kg, double part) =>
        new(kind, "refinery", $"{kind}-{month}", "Co", new Amount(kg, 0.005 * kg)) { At = Begin.AddMonths((int)month).AddDays(30 * (month % 1)), Event = $"{kind}-{month}", Claimed = part, Model = CustodyModel.MassBalance };

    private static IReadOnlyList<ClaimLedger> Keep(MassFlow[] flows, params SiteFacts[] facts) => ClaimBook.Keep(Books(flows) with { Facts = facts });

    private static BalanceBooks Books(MassFlow[] flows) => new(flows, LedgerPeriod.Cover(Begin, Begin.AddMonths(20), PeriodLength.Month), new CustodyPolicy(), []);
}
