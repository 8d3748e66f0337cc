using Voltloop.Core.Problems;
using Voltloop.Passport.Dialects;
using Voltloop.Passport.Model;
using Voltloop.Record.Terms;

namespace Voltloop.Tests.Unit.Passport;

public sealed class DialectCatalogTests
{
    private const string Dialects = "id,title,extensionTerm,signature\nmine-1,Mine,extensionCatenaxBatteryPass,capacityOfMine\n";
    private const string Mappings = "dialect,path,term,form,factor,argument,note\n";
    private const string Checks = "dialect,path,check,argument,code,message\n";
    private readonly Vocabulary _vocabulary = Vocabulary.Load();

    [Fact]
    public void A_dialect_of_an_operators_own_needs_only_tables()
    {
        using var folder = Folder("mine-1,capacityOfMine/mAh,ratedCapacity,number,0.001,,\n");
        var dialect = DialectCatalog.Load(folder.Path, _vocabulary).Get("mine-1");
        var reading = PayloadDecoder.Decode(dialect, _vocabulary, System.Text.Json.JsonDocument.Parse("""{"capacityOfMine":{"mAh":1100}}""").RootElement);
        reading.Facts.ShouldHaveSingleItem().Value.Json.ShouldBe("1.1");
        reading.Residue.ShouldBeNull();
    }

    [Theory]
    [InlineData("mine-1,a,noSuchTerm,value,,,\n", "not in the vocabulary")]
    [InlineData("mine-1,a,ratedCapacity,guess,,,\n", "not known")]
    [InlineData("mine-1,a,ratedCapacity,number,0,,\n", "other than 0")]
    [InlineData("mine-1,a,remainingCapacity,timed,,onlyOne,\n", "two members")]
    [InlineData("mine-1,a,ratedCapacity,value,,,\nmine-1,b,ratedCapacity,value,,,\n", "twice")]
    public void A_bad_row_is_named_with_file_and_line(string rows, string reason)
    {
        using var folder = Folder(rows);
        var problem = Should.Throw<ProblemException>(() => DialectCatalog.Load(folder.Path, _vocabulary)).Problem;
        problem.Detail.ShouldContain(reason);
        problem.Location!.ShouldContain("mappings.csv, line");
    }

    [Theory]
    [InlineData("1.25", "1000", "1250")]
    [InlineData("20.0", "0.001", "0.02")]
    [InlineData("0.1", "3", "0.3")]
    [InlineData("1e-30", "1000", "1E-27")]
    [InlineData("1e300", "1000", "1E+303")]
    [InlineData("-1.7976931348623157e+308", "1000", null)]
    [InlineData("0.0", "1000", "0")]
    public void Scaling_is_exact_where_decimals_suffice_and_never_infinite(string number, string factor, string? expected) =>
        ExactScale.Multiply(number, decimal.Parse(factor, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(expected);

    [Theory]
    [InlineData("7439-93-2", null)]
    [InlineData("7439-93-2 ", "blank")]
    [InlineData("7439-93-3", "check digit would be 2")]
    [InlineData("7439932", "not written like")]
    [InlineData("201-004-7", "not written like")]
    public void Cas_numbers_are_checked_for_form_and_check_digit(string text, string? fault)
    {
        if (fault is null) CasNumber.Fault(text).ShouldBeNull();
        else CasNumber.Fault(text)!.ShouldContain(fault);
    }

    private static TemporaryFolder Folder(string mappings)
    {
        var folder = new TemporaryFolder();
        folder.Write("dialects.csv", Dialects);
        folder.Write("mappings.csv", Mappings + mappings);
        folder.Write("checks.csv", Checks);
        return folder;
    }
}
