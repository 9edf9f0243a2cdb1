using MppDigital.Platform.Identification;

namespace MppDigital.Connectors.Dukcapil;

/// <summary>A resident as the civil register knows them.</summary>
/// <param name="Nik">16 digits, the number that was asked.</param>
/// <param name="FamilyCardNumber">16 digits.</param>
/// <param name="MotherName">For proving who one is; never a value of a form.</param>
public sealed record CivilPerson(
    string Nik,
    string Name,
    string BirthPlace,
    DateOnly BirthDate,
    Sex Sex,
    string Address,
    string FamilyCardNumber,
    string MotherName);

/// <param name="Number">16 digits.</param>
/// <param name="Members">Head first; the person asked about is always among them.</param>
public sealed record FamilyCard(string Number, IReadOnlyList<FamilyMember> Members)
{
    public FamilyMember? Father => Parent(Sex.Male);

    public FamilyMember? Mother => Parent(Sex.Female);

    public IEnumerable<FamilyMember> Children => Members.Where(m => m.Relation == FamilyRelation.Child);

    /// <summary>Children of whom this member is father or mother; none for a brother, an uncle or a grandmother in the same household.</summary>
    public IEnumerable<FamilyMember> ChildrenOf(string nik) => Father?.Nik == nik || Mother?.Nik == nik ? Children : [];

    private FamilyMember? Parent(Sex sex) =>
        Members.FirstOrDefault(m => m.Sex == sex && m.Relation is FamilyRelation.Head or FamilyRelation.Husband or FamilyRelation.Wife);
}

public sealed record FamilyMember(string Nik, string Name, FamilyRelation Relation, DateOnly BirthDate, Sex Sex);

public enum FamilyRelation
{
    Head,
    Husband,
    Wife,
    Child,

    /// <summary>Parents, in-laws, grandchildren, others of the household.</summary>
    Other,
}
