using Voltloop.Core.Identities;
using Voltloop.Core.Problems;

namespace Voltloop.Tests.Unit.Core.Identities;

public sealed class Gs1CheckDigitTests
{
    [Theory]
    [InlineData("629104150021", 3)]
    [InlineData("0952012345678", 8)]
    [InlineData("37610425002123456", 9)]
    [InlineData("00614141123456789", 0)]
    [InlineData("0", 0)]
    public void The_check_digit_fills_the_weighed_sum_up_to_ten(string payload, int expected)
    {
        Gs1CheckDigit.Compute(payload).ShouldBe(expected);
        Gs1CheckDigit.IsValid(Gs1CheckDigit.Append(payload)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("62910415002A3")]
    [InlineData("6291041500214")]
    [InlineData("٦٢٩١٠٤١٥٠٠٢١٣")]
    public void What_is_not_digits_with_their_check_digit_is_not_valid(string digits) => Gs1CheckDigit.IsValid(digits).ShouldBeFalse();

    [Theory]
    [InlineData("")]
    [InlineData("12a")]
    public void Only_digits_have_a_check_digit(string payload) =>
        Should.Throw<ProblemException>(() => Gs1CheckDigit.Compute(payload)).Problem.Kind.ShouldBe(CommonProblems.InvalidIdentifier);

    [Fact]
    public void A_model_number_ends_with_its_check_pair()
    {
        Gs1CheckPair.Reason("1987654Ad4X4bL5ttr2310c2K").ShouldBeNull();
        Gs1CheckPair.Reason("1987654Ad4X4bL5ttr2310c2J")!.ShouldContain("2K");
        Gs1CheckPair.Reason("1987654Ad4X4bL5ttr2311c2K").ShouldNotBeNull();
        Gs1CheckPair.Reason("12").ShouldNotBeNull();
    }
}
