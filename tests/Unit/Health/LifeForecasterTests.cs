using Voltloop.Health.Model;
using Voltloop.Health.Model.Lifetime;

namespace Voltloop.Tests.Unit.Health;

public sealed class LifeForecasterTests
{
    private static readonly LifeCase[] Others = [.. Enumerable.Range(0, 10).Select(i => Cell(700 + (20 * i), 25))];

    [Fact]
    public void A_cell_that_fell_below_the_end_is_told_when_and_nothing_is_forecast()
    {
        var outlook = LifeForecaster.Tell(Cell(800, 25), Others);
        outlook.Reached!.Value.ShouldBe(800, 5);
        outlook.Forecast.ShouldBeNull();
    }

    [Fact]
    public void Cells_of_its_model_foretell_the_end()
    {
        var outlook = LifeForecaster.Tell(UpTo(Cell(790, 25), 400), Others);
        outlook.Method!.Method.ShouldBe("life.similarity");
        outlook.Forecast!.Cycle.ShouldBe(790, 15);
    }

    [Fact]
    public void Too_few_cycles_are_refused_with_the_number() =>
        LifeForecaster.Tell(UpTo(Cell(800, 25), 30), Others).Refusal!.ShouldStartWith("Only 31 usable cycles");

    [Fact]
    public void Cells_cycled_at_another_temperature_do_not_count()
    {
        var outlook = LifeForecaster.Tell(UpTo(Cell(800, 45), 400), Others);
        outlook.Forecast.ShouldBeNull();
        outlook.Refusal!.ShouldStartWith("0 other cells of this model");
    }

    [Fact]
    public void Cells_that_died_earlier_than_this_one_has_lived_do_not_count() =>
        LifeForecaster.Tell(UpTo(Cell(1000, 25), 870), Others).Method!.Method.ShouldBe("life.particle-filter");

    [Fact]
    public void Without_others_a_fade_that_is_well_under_way_is_followed_and_one_that_has_not_begun_is_refused()
    {
        LifeForecaster.Tell(UpTo(Cell(800, 25), 550), []).Method!.Method.ShouldBe("life.particle-filter");
        LifeForecaster.Tell(UpTo(Cell(800, 25), 300), []).Refusal.ShouldNotBeNull();
    }

    [Fact]
    public void Glitches_are_left_out()
    {
        double[] cycle = [.. Enumerable.Range(0, 200).Select(i => (double)i)];
        double[] capacity = Array.ConvertAll(cycle, n => 1.1 - (0.0001 * n));
        (capacity[50], capacity[51], capacity[52], capacity[120]) = (31, 0, double.NaN, 0.2);
        LifeForecaster.Tell(LifeCase.Of(new CapacityHistory(cycle, capacity, 1.1), double.NaN)!, []).Reached.ShouldBeNull();
    }

    private static LifeCase UpTo(LifeCase cell, double cycle) => cell with { Path = cell.Path.UpTo(cycle)! };

    private static LifeCase Cell(double life, double temperature)
    {
        double[] cycle = [.. Enumerable.Range(0, (int)life + 50).Select(i => (double)i)];
        return LifeCase.Of(new CapacityHistory(cycle, Array.ConvertAll(cycle, n => 1.1 * (1 - (0.2 * Math.Pow(n / life, 1.5)))), 1.1), temperature)!;
    }
}
