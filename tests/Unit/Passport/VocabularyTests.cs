using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Record.Policies;
using Voltloop.Record.Terms;

namespace Voltloop.Tests.Unit.Passport;

public sealed class VocabularyTests
{
    private static readonly DateOnly PassportDay = new(2027, 2, 18);
    private readonly Vocabulary _vocabulary = Vocabulary.Load();

    [Fact]
    [Trait("Requirement", "EC-71")]
    public void All_seventy_one_data_points_are_there_and_each_is_answered_by_a_term_or_repeats_another()
    {
        _vocabulary.DataPoints.Select(point => point.Id).ShouldBe(Enumerable.Range(1, 71).Select(n => $"EC-{n:00}"));
        foreach (var point in _vocabulary.DataPoints)
            (_vocabulary.TermsOf(point).Count + point.Repeats.Count).ShouldBeGreaterThan(0, point.Id);
    }

    [Theory]
    [InlineData("ev", 47)]
    [InlineData("lmt", 50)]
    [InlineData("industrial", 32)]
    [InlineData("industrialStationary", 32)]
    [Trait("Requirement", "EC-71")]
    public void Mandatory_counts_reproduce_the_control_sums_of_the_guidance(string category, int expected)
    {
        var mandatory = _vocabulary.DataPoints.Count(point => _vocabulary.RulesOf(point.Id, category)
            .LastOrDefault(rule => rule.From is null || rule.From <= PassportDay)?.Status == RuleStatus.Mandatory);
        mandatory.ShouldBe(expected);
    }

    [Fact]
    public void Repetitions_point_to_what_they_repeat()
    {
        _vocabulary.FindDataPoint("EC-16")!.Repeats.ShouldBe(["EC-12", "EC-13", "EC-15"]);
        _vocabulary.FindDataPoint("EC-25")!.Repeats.ShouldBe(["EC-11"]);
    }

    [Theory]
    [InlineData("ratedCapacity", "Ah", "EC-11", Granularity.Model)]
    [InlineData("currentRatedCapacity", "Ah", "EC-51", Granularity.Item)]
    [InlineData("remainingCapacity", "Ah", "EC-62", Granularity.Item)]
    [InlineData("capacityFade", "%", "EC-52", Granularity.Item)]
    [InlineData("stateOfHealth", "%", null, Granularity.Item)]
    [InlineData("numberOfFullCycles", "{cycle}", "EC-68", Granularity.Item)]
    [InlineData("equivalentFullCycles", "{cycle}", "EC-68", Granularity.Item)]
    [InlineData("capacityThroughput", "Ah", null, Granularity.Item)]
    [InlineData("energyThroughput", "Wh", null, Granularity.Item)]
    [InlineData("flaggedSamples", null, null, Granularity.Item)]
    public void Terms_of_the_state_of_health_have_their_agreed_names_and_units(string id, string? unit, string? point, Granularity granularity)
    {
        var term = ((IVocabulary)_vocabulary).Get(id);
        term.Unit.ShouldBe(unit);
        term.DataPoint.ShouldBe(point);
        term.Granularity.ShouldBe(granularity);
    }

    [Theory]
    [InlineData("public", true, false, false, false)]
    [InlineData("legitimate-interest", true, true, false, true)]
    [InlineData("authority", true, true, true, false)]
    [InlineData("operator", true, true, true, true)]
    [Trait("Requirement", "LAW-02")]
    public void Audiences_read_their_points_of_annex_XIII_and_no_other(string audience, bool one, bool two, bool three, bool four)
    {
        string[] byPoint = ["ratedCapacity", "dismantlingInformation", "resultOfTestReport", "remainingCapacity"];
        byPoint.Select(id => _vocabulary.Audiences.MayRead(audience, _vocabulary.Find(id)!)).ShouldBe([one, two, three, four]);
    }

    [Fact]
    [Trait("Requirement", "18239-3")]
    public void An_unknown_audience_is_a_named_problem_and_never_a_silent_public() =>
        Should.Throw<ProblemException>(() => _vocabulary.Audiences.MayRead("everybody", _vocabulary.Terms[0]))
            .Problem.Remedy!.ShouldContain("legitimate-interest");

    [Fact]
    public void A_term_of_an_operators_own_needs_only_a_row_in_the_data_directory()
    {
        using var own = new TemporaryFolder();
        own.Write("terms.csv", TermsHeader + "busbarTorque,Busbar torque,Own,number,N.m,2,static,model,,,Tightening torque.,us\n");
        var vocabulary = Load(own);
        vocabulary.Find("busbarTorque")!.Unit.ShouldBe("N.m");
        vocabulary.Terms.Count.ShouldBe(_vocabulary.Terms.Count + 1);
    }

    [Fact]
    public void A_changed_rule_date_needs_only_a_row_in_the_data_directory()
    {
        using var own = new TemporaryFolder();
        own.Write("rules.csv", "subject,category,status,from,reason,provision,note\nEC-17,ev,mandatory,2028-02-18,,BR Article 7,decided\n");
        var rules = Load(own).RulesOf("EC-17", "ev");
        rules.ShouldHaveSingleItem().From.ShouldBe(new DateOnly(2028, 2, 18));
        Load(own).RulesOf("EC-17", "lmt").ShouldHaveSingleItem().Status.ShouldBe(RuleStatus.NotToBeFilled);
    }

    [Fact]
    [Trait("Requirement", "LAW-08")]
    public void A_changed_reading_of_the_access_matrix_needs_only_a_row()
    {
        using var own = new TemporaryFolder();
        own.Write("access.csv", "audience,points,provision,note\ncommission,1;2,BR Annex XIII point 2,narrow reading\n");
        Load(own).Audiences.Get("commission").Points.ShouldBe([1, 2], ignoreOrder: true);
    }

    [Theory]
    [InlineData("busbarTorque,Torque,Own,number,N.m,5,static,model,,,,\n", "line 2", "accessPoint")]
    [InlineData("busbarTorque,Torque,Own,numeral,N.m,1,static,model,,,,\n", "line 2", "type")]
    [InlineData("Busbar Torque,Torque,Own,number,N.m,1,static,model,,,,\n", "line 2", "camelCase")]
    [InlineData("ok,Ok,Own,text,,1,static,model,,,,\nshort,row\n", "line 3", "2 cells")]
    [InlineData("ok,\"Ok\nOk\",Own,text,,1,static,model,,,,\nbad,Bad,Own,text,,1,maybe,model,,,,\n", "line 4", "change")]
    [InlineData("ok,\"Ok,Own,text,,1,static,model,,,,\n", "line 2", "not closed")]
    public void A_bad_row_is_named_with_file_line_and_reason(string row, string line, string reason)
    {
        using var own = new TemporaryFolder();
        own.Write("terms.csv", TermsHeader + row);
        var problem = Should.Throw<ProblemException>(() => Load(own)).Problem;
        problem.Kind.Code.ShouldBe("bad-table");
        problem.Location!.ShouldContain("terms.csv");
        problem.Location!.ShouldContain(line);
        problem.Detail.ShouldContain(reason);
    }

    [Fact]
    public void A_rule_for_something_that_is_not_defined_is_refused()
    {
        using var own = new TemporaryFolder();
        own.Write("rules.csv", "subject,category,status,from,reason,provision,note\nEC-99,ev,mandatory,2028-02-18,,,\n");
        Should.Throw<ProblemException>(() => Load(own)).Problem.Detail.ShouldContain("EC-99");
    }

    private const string TermsHeader = "id,label,group,type,unit,accessPoint,change,granularity,dataPoint,provision,description,source\n";

    private static Vocabulary Load(TemporaryFolder own) =>
        Vocabulary.Load(Path.Combine(AppContext.BaseDirectory, Vocabulary.FolderName), own.Path);
}
