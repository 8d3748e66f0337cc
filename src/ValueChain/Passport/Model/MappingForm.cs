namespace Voltloop.Passport.Model;

/// <summary>How an element of a dialect carries the value of a term.</summary>
internal enum MappingForm
{
    /// <summary>As it is; texts may be translated by a list of values.</summary>
    Value = 0,

    /// <summary>A number in another unit: times the factor it is in the term's unit.</summary>
    Number = 1,

    /// <summary>An object with the number and the moment from which it is valid.</summary>
    Timed = 2,

    /// <summary>An object with the number and its unit.</summary>
    Quantity = 3,

    /// <summary>A day written yyyy-mm-dd.</summary>
    Date = 4,

    /// <summary>A day written as a moment.</summary>
    DateTime = 5,

    /// <summary>The members of an object that no other row takes.</summary>
    Rest = 6,

    /// <summary>A fixed text of the dialect.</summary>
    Constant = 7,

    /// <summary>A list of texts, each an object with its language as name; English first, else the first one.</summary>
    Language = 8,

    /// <summary>A list of texts of which the first is meant.</summary>
    First = 9,

    /// <summary>A number like <see cref="Number"/> that others also write as text, so that its digits stay exact.</summary>
    Figure = 10,
}
