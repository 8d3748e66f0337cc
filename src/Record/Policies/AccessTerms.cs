namespace Voltloop.Record.Policies;

/// <summary>Terms of the vocabulary that rights themselves are stated in.</summary>
public static class AccessTerms
{
    /// <summary>On an operator: the rights it holds from others, as a list.</summary>
    public const string Grants = "accessGrants";

    /// <summary>On a thing or model: the operator who answers for it.</summary>
    public const string Responsible = "responsibleOperator";

    /// <summary>On the keeper: which term belonged to which point of Annex XIII, whenever the table changed.</summary>
    public const string Table = "accessTable";

    /// <summary>On the keeper: length and newest hash of the access log, so that cutting it off shows.</summary>
    public const string LogHead = "accessLogHead";

    /// <summary>On an operator: the day on which it ceased to act; the keeper may then hand over what it answered for.</summary>
    public const string OperatorCeased = "operatorCeased";

    /// <summary>On an organisation: which chains of events it may ask this node about, as a list.</summary>
    public const string ChainGrants = "chainGrants";

    /// <summary>On an organisation with a node of its own: its name, and the names by which events call it.</summary>
    public const string ChainPartner = "chainPartner";

    /// <summary>Never stated: its point of Annex XIII decides who may read the measured series of a battery.</summary>
    public const string Series = "measuredSeries";

    /// <summary>Never stated: who may read it of a thing may see the events that name the thing.</summary>
    public const string Events = "capturedEvents";

    /// <summary>Point of terms that are in no point of Annex XIII and in no table: only who answers for the thing reads them.</summary>
    public const int HousePoint = 0;

    /// <summary>Terms that nobody writes but the desk for rights.</summary>
    public static bool IsReserved(string term) => term is Grants or Responsible or Table or LogHead;

    /// <summary>Terms that only who runs the store states, of whatever operator.</summary>
    public static bool IsForKeeper(string term) => term is OperatorCeased or ChainGrants or ChainPartner;
}
