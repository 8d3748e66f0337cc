using Voltloop.Core.Problems;
using Voltloop.Passport.EstimateCosts;
using Voltloop.Passport.Model;

namespace Voltloop.Tests.Unit.Passport.Costs;

public sealed class CostEstimateTests
{
    private static readonly CostAssumptions Given = new()
    {
        Batteries = 1_000, UpdatesPerYear = 100, Years = 2, BytesPerPassport = 50_000, BytesPerUpdate = 500, CpuMillisecondsPerUpdate = 3.6,
        SecondNodes = 1, Backups = 2, PricePerGigabyteMonth = 0.10, PricePerCpuHour = 0.50,
    };

    [Fact]
    public void Two_years_of_a_thousand_passports_come_out_as_worked_by_hand()
    {
        var estimate = CostEstimate.Of(Given);
        // 1,000 passports of 50,000 B, each growing by 50,000 B a year: 75 MB in the middle of the first year, over 4 copies and 12 months.
        estimate.Years[0].GigabyteMonths.ShouldBe(0.075 * 4 * 12, 1e-9);
        estimate.Years[1].GigabyteMonths.ShouldBe(0.125 * 4 * 12, 1e-9);
        estimate.Years[1].Bytes.ShouldBe(150e6, 1);
        // 101 writes of 3.6 ms on two nodes for each passport in the first year, 100 in the second: 10^-6 h each.
        estimate.Years[0].CpuHours.ShouldBe(0.202, 1e-9);
        estimate.Years[1].CpuHours.ShouldBe(0.200, 1e-9);
        estimate.Total.ShouldBe(0.36 + 0.101 + 0.6 + 0.1, 1e-9);
        estimate.PerPassportYear.ShouldBe(estimate.Total / 2_000, 1e-12);
    }

    [Fact]
    public void Twice_the_batteries_cost_twice_as_much_and_each_as_much_as_before()
    {
        var twice = CostEstimate.Of(Given with { Batteries = 2_000 });
        twice.Total.ShouldBe(2 * CostEstimate.Of(Given).Total, 1e-9);
        twice.PerPassport.ShouldBe(CostEstimate.Of(Given).PerPassport, 1e-12);
    }

    [Fact]
    public void Every_assumption_can_be_entered_and_reaches_the_calculation()
    {
        foreach (var field in CostFields.All)
        {
            var (changed, faults) = CostFields.Read(Given, name => name == field.Name ? "7" : null);
            faults.ShouldBeEmpty();
            field.Get(changed).ShouldBe(7);
            CostEstimate.Of(changed).Total.ShouldNotBe(CostEstimate.Of(Given).Total, field.Name);
        }
    }

    [Theory]
    [InlineData("batteries", "0")]
    [InlineData("batteries", "1.5")]
    [InlineData("years", "31")]
    [InlineData("updatesPerYear", "-1")]
    [InlineData("pricePerGbMonth", "ten")]
    [InlineData("pricePerGbMonth", "1,5")]
    [InlineData("cpuMsPerUpdate", "NaN")]
    [InlineData("bytesPerUpdate", "1e400")]
    public void A_figure_that_cannot_be_used_is_named_with_its_field(string name, string text)
    {
        CostFields.Read(Given, field => field == name ? text : null).Faults.Keys.ShouldBe([name]);
        Should.Throw<ProblemException>(() => CostFields.Require(Given, field => field == name ? text : null)).Problem.Location.ShouldBe(name);
    }
}
