namespace Voltloop.Quality.StudyGauge;

/// <summary>Agreement of judgements.</summary>
/// <param name="Between">Who with whom.</param>
/// <param name="Items">Judgements compared.</param>
/// <param name="Percent">The same, percent.</param>
/// <param name="Kappa">Beyond chance; absent where only one kind was ever said.</param>
internal sealed record AgreementRow(string Between, int Items, double Percent, double? Kappa);
