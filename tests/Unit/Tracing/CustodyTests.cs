using Voltloop.Tracing.Model.Custody;
using Voltloop.Tracing.Model.Sourcing;

namespace Voltloop.Tests.Unit.Tracing;

public sealed class CustodyTests
{
    private static readonly DateTimeOffset Begin = new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static int s_event;

    [Fact]
    public void Terms_of_a_line_add_up_with_their_uncertainties()
    {
        var line = Ledger.OfSite([Flow(FlowKind.Extracted, 1, 100, 3), Flow(FlowKind.Shipped, 2, 60, 4), Flow(FlowKind.Counted, 20, 45, 1)], Months(1)).ShouldHaveSingleItem();
        line.Closing.ShouldBe(new Amount(40, 5));
        line.Difference!.Value.Value.ShouldBe(5);
        line.Difference.Value.Uncertainty.ShouldBe(Math.Sqrt(26), 1e-12);
    }

    [Fact]
    public void A_count_opens_the_next_period_and_what_nobody_counted_is_carried_on()
    {
        var lines = Ledger.OfSite([Flow(FlowKind.Extracted, 1, 100, 3), Flow(FlowKind.Counted, 20, 97, 1), Flow(FlowKind.Shipped, 40, 7, 0)], Months(3));
        lines.Select(line => line.Opening.Value).ShouldBe([0, 97, 90]);
    }

    [Fact]
    public void Content_times_mass_follows_the_product_rule()
    {
        var cobalt = new Amount(1000, 10) * new Amount(0.2, 0.004);
        cobalt.Value.ShouldBe(200, 1e-9);
        cobalt.Uncertainty.ShouldBe(Math.Sqrt((2 * 2) + (4 * 4)), 1e-9);
    }

    [Fact]
    public void More_out_than_in_is_found_and_less_is_not()
    {
        var honest = Books([Flow(FlowKind.Extracted, 1, 100, 1), Flow(FlowKind.Shipped, 2, 101, 1)]);
        ConservationCheck.Look(honest).ShouldBeEmpty();
        var finding = ConservationCheck.Look(Books([Flow(FlowKind.Extracted, 1, 100, 1), Flow(FlowKind.Shipped, 2, 110, 1)])).ShouldHaveSingleItem();
        (finding.Site, finding.Element, finding.Amount.Value).ShouldBe(("mine", "Co", 10));
        finding.Sentence.ShouldContain("more Co than was extracted");
        finding.Evidence.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_transformation_makes_no_element()
    {
        var finding = ConservationCheck.Look(Books([Flow(FlowKind.Received, 1, 200, 1), Flow(FlowKind.Consumed, 2, 100, 1), Flow(FlowKind.Produced, 2, 120, 1)])).ShouldHaveSingleItem();
        finding.Sentence.ShouldContain("put out");
        finding.Amount.Value.ShouldBe(20);
    }

    [Fact]
    public void A_licence_holds_for_a_calendar_year()
    {
        var books = Books([.. Enumerable.Range(0, 24).Select(month => Flow(FlowKind.Shipped, month * 30, 10, 0.1))]) with { Facts = [new SiteFacts("mine", "Co") { LicensedPerYear = 100 }] };
        var findings = AllowanceCheck.Look(books).ToList();
        findings.Count.ShouldBe(2);
        findings[0].Amount.Value.ShouldBe(30, 1);
    }

    [Fact]
    public void A_mine_that_ships_more_than_usual_is_found_although_it_declares_it()
    {
        var random = new Random(5);
        var flows = Enumerable.Range(0, 36).SelectMany(month =>
        {
            var kg = (month < 20 ? 1000 : 1300) * (1 + (0.08 * (random.NextDouble() - 0.5)));
            return new[] { Flow(FlowKind.Extracted, (month * 30) + 2, kg, 5), Flow(FlowKind.Shipped, (month * 30) + 8, kg, 5) };
        });
        var finding = ShipmentCheck.Look(Books([.. flows])).ShouldHaveSingleItem();
        finding.Period.From.ShouldBe(Begin.AddMonths(20), TimeSpan.FromDays(100));
        finding.Amount.Value.ShouldBeGreaterThan(200);
    }

    [Fact]
    public void A_lot_cannot_be_used_twice_nor_before_it_was_made()
    {
        var made = Flow(FlowKind.Produced, 5, 100, 0.5) with { Element = MassFlow.Gross, Lot = "L" };
        var findings = LotCheck.Look(Books([made, made with { Kind = FlowKind.Consumed, At = Begin.AddDays(3) }, made with { Kind = FlowKind.Consumed, At = Begin.AddDays(9) }])).ToList();
        findings.Select(finding => finding.Check).ShouldBe([BalanceCheck.LotOveruse, BalanceCheck.Order]);
        findings[0].Amount.Value.ShouldBe(100);
        findings.ShouldAllBe(finding => finding.Material == "L");
    }

    [Fact]
    public void A_transport_cannot_outrun_a_plane_nor_its_own_departure()
    {
        var sent = Flow(FlowKind.Shipped, 5, 100, 0.5) with { Element = MassFlow.Gross, Lot = "L", Counterpart = "far" };
        var books = Books([sent, sent with { Kind = FlowKind.Received, Site = "far", Counterpart = "mine", At = sent.At.AddHours(5) }])
            with { Facts = [new SiteFacts("mine", "Co") { Position = new GeoPoint(-10.7, 25.5) }, new SiteFacts("far", "Co") { Position = new GeoPoint(60.2, 24.9) }] };
        TransitCheck.Look(books).ShouldHaveSingleItem().Sentence.ShouldContain("km in 5 h");
        TransitCheck.Look(books with { Facts = [] }).ShouldBeEmpty();
        var early = Books([sent, sent with { Kind = FlowKind.Received, Site = "far", Counterpart = "mine", At = sent.At.AddHours(-5) }]);
        TransitCheck.Look(early).ShouldHaveSingleItem().Sentence.ShouldContain("before it left");
    }

    [Fact]
    public void Great_circles_are_as_long_as_published() =>
        new GeoPoint(36.12, -86.67).DistanceTo(new GeoPoint(33.94, -118.40)).ShouldBe(2886.45, 0.5);

    [Fact]
    public void A_content_that_drifts_is_found()
    {
        var random = new Random(2);
        var flows = Enumerable.Range(0, 60).Select(i =>
            Flow(FlowKind.Produced, i, 100, 1) with { Lot = $"L{i}", Material = "hydroxide", Grade = new Amount((i < 35 ? 0.30 : 0.28) + (0.01 * (random.NextDouble() - 0.5)), 0.003) });
        var finding = GradeCheck.Look(Books([.. flows])).ShouldHaveSingleItem();
        finding.Amount.Value.ShouldBeInRange(-2.5, -0.5);
        finding.Unit.ShouldBe("percentage points");
    }

    [Fact]
    public void Credits_cover_claims_until_they_expire()
    {
        var account = new ClaimAccount(ClaimMethod.Credit, 12, conversion: 0.9);
        account.Book(new ClaimEntry(Begin, true, 100, 100));
        account.Book(new ClaimEntry(Begin.AddMonths(1), false, 80, 60)).ShouldBe(0);
        account.Book(new ClaimEntry(Begin.AddMonths(2), false, 80, 40)).ShouldBe(10, 1e-9);
        account.Issued.ShouldBe(90, 1e-9);
        account.Book(new ClaimEntry(Begin.AddMonths(3), true, 50, 50));
        account.Book(new ClaimEntry(Begin.AddMonths(15), false, 10, 10)).ShouldBe(10);
        account.Expired.ShouldBe(45, 1e-9);
    }

    [Fact]
    public void A_rolling_average_gives_each_output_the_part_of_recent_input()
    {
        var account = new ClaimAccount(ClaimMethod.RollingAverage, 3);
        account.Book(new ClaimEntry(Begin, true, 100, 30));
        account.Book(new ClaimEntry(Begin.AddMonths(1), true, 100, 50));
        account.Book(new ClaimEntry(Begin.AddMonths(2), false, 100, 40)).ShouldBe(0);
        account.Book(new ClaimEntry(Begin.AddMonths(2), false, 50, 21)).ShouldBe(1, 1e-6);
        account.Available(Begin.AddMonths(9), 100).ShouldBe(0);
    }

    [Fact]
    public void Never_more_is_issued_than_eligible_input_whatever_is_asked()
    {
        foreach (var method in Enum.GetValues<ClaimMethod>())
        {
            var random = new Random(9);
            var account = new ClaimAccount(method, 4, 0.95);
            var eligible = 0.0;
            for (var day = 0; day < 2000; day++)
            {
                var (mass, part) = (random.NextDouble() * 10, random.NextDouble());
                if (random.Next(2) == 0) eligible += mass * part;
                account.Book(new ClaimEntry(Begin.AddDays(day), eligible > 0 && random.Next(2) == 0, mass, mass * part));
                account.Issued.ShouldBeGreaterThanOrEqualTo(0);
            }

            var inputs = new ClaimAccount(method, 4, 0.95);
            inputs.Book(new ClaimEntry(Begin, true, 10, 4));
            for (var i = 0; i < 50; i++) inputs.Book(new ClaimEntry(Begin.AddDays(i), false, 100, 100));
            inputs.Issued.ShouldBeLessThanOrEqualTo((4 * 0.95) + 1e-9);
        }
    }

    [Fact]
    public void Gaps_are_parts_of_the_element_and_say_why()
    {
        LotShare[] lots = [new("lot-1", "mine-1", Begin, 0.968), new("lot-2", "mine-2", Begin, 0.032)];
        var certificates = new Dictionary<string, IReadOnlyList<Certificate>>
        {
            ["mine-1"] = [new("RMI", "7", "auditor", new DateOnly(2026, 1, 1), new DateOnly(2027, 12, 31))],
            ["lot-2"] = [new("RMI", "8", "auditor", new DateOnly(2025, 1, 1), new DateOnly(2026, 12, 31))],
        };
        var report = SourcingReport.Of("cobalt", lots, name => certificates.GetValueOrDefault(name) ?? [], new DateOnly(2028, 1, 1));
        report.Sentence.ShouldBe("3.2 % of the cobalt comes from a lot without a valid certificate.");
        report.Gaps.ShouldHaveSingleItem().Reason.ShouldContain("expired on 2026-12-31");
        SourcingReport.Of("cobalt", [], _ => [], default).Sentence.ShouldContain("No event says");
    }

    private static MassFlow Flow(FlowKind kind, double day, double kg, double uncertainty) =>
        new(kind, "mine", $"{kind}", "Co", new Amount(kg, uncertainty)) { At = Begin.AddDays(day), Event = $"e{++s_event}" };

    private static IReadOnlyList<LedgerPeriod> Months(int count) => LedgerPeriod.Cover(Begin, Begin.AddMonths(count), PeriodLength.Month);

    private static BalanceBooks Books(MassFlow[] flows) => new(flows, Months(40), new CustodyPolicy(), []);
}
