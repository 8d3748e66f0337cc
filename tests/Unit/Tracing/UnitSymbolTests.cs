using Voltloop.Tracing.Model;

namespace Voltloop.Tests.Unit.Tracing;

public sealed class UnitSymbolTests
{
    [Theory]
    [InlineData("AMH", "Ah")]
    [InlineData("E45", "mΩ")]
    [InlineData("CEL", "°C")]
    [InlineData("ZZ9", "ZZ9")]
    public void A_code_is_read_as_people_write_it_and_an_unknown_one_stays(string code, string symbol) => UnitSymbol.Of(code).ShouldBe(symbol);
}
