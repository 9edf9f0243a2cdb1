using MppDigital.Connectors.Dukcapil;
using MppDigital.Platform.Identification;

namespace MppDigital.Connectors.Facts;

/// <summary>What the civil register's answers mean to a form.</summary>
internal static class DukcapilFacts
{
    public static FactSet Of(CivilPerson person) => new FactSet()
        .With(FactSources.PersonNik, person.Nik)
        .With(FactSources.PersonName, person.Name)
        .With(FactSources.PersonAddress, person.Address)
        .With(FactSources.PersonBirthPlace, person.BirthPlace)
        .With(FactSources.PersonBirthDate, person.BirthDate)
        .With(FactSources.PersonFamilyCardNumber, person.FamilyCardNumber)
        .With(FactSources.PersonSex, WordOf(person.Sex));

    public static FactSet Of(FamilyCard card, string applicant)
    {
        var others = card.Members.Where(m => m.Nik != applicant).ToList();
        var children = card.Children.ToList();
        var facts = new FactSet()
            .With(FactSources.FamilyCard, card.Number)
            .With($"{FactSources.FamilyCard}#anggota", card.Members.Select(m => new { m.Nik, m.Name, relation = WordOf(m.Relation), m.BirthDate, sex = WordOf(m.Sex) }))
            .Offering(FactSources.FamilyCard, "nik_anak", Choices(children))
            .Offering(FactSources.FamilyCard, "ikut", Choices(others));

        if (card.Father is { } father) facts.With($"{FactSources.FamilyCard}#nik_ayah", father.Nik);
        if (card.Mother is { } mother) facts.With($"{FactSources.FamilyCard}#nik_ibu", mother.Nik);
        if (children is [var only]) facts.With($"{FactSources.FamilyCard}#nik_anak", only.Nik);
        return facts;
    }

    private static List<FactChoice> Choices(IEnumerable<FamilyMember> members) => [.. members.Select(m => new FactChoice(m.Nik, m.Name, WordOf(m.Relation)))];

    private static string WordOf(Sex sex) => sex == Sex.Male ? DukcapilWords.Man : DukcapilWords.Woman;

    private static string WordOf(FamilyRelation relation) => relation switch
    {
        FamilyRelation.Head => DukcapilWords.Head,
        FamilyRelation.Husband => DukcapilWords.Husband,
        FamilyRelation.Wife => DukcapilWords.Wife,
        FamilyRelation.Child => DukcapilWords.Child,
        _ => "Lainnya",
    };
}
