using System.Globalization;
using MppDigital.Platform.Identification;

namespace MppDigital.Connectors.Dukcapil.Simulator;

/// <summary>Invents who lives with a synthetic person: an adult with husband or wife and two children, a minor with both parents.</summary>
internal static class Household
{
    private const int Generation = 27;

    public static IEnumerable<(SyntheticPerson Person, string Relation)> Of(SyntheticPerson person, DateOnly today)
    {
        var isChild = person.BirthDate.AddYears(17) > today;
        var father = isChild || person.Sex == Sex.Female ? Invent(person, ParentBirth(person, isChild), Sex.Male, 0, today) : person;
        var mother = isChild || person.Sex == Sex.Male ? Invent(person, ParentBirth(person, isChild).AddDays(400), Sex.Female, 1, today) : person;
        if (father is not null) yield return (father, DukcapilWords.Head);
        if (mother is not null) yield return (mother, DukcapilWords.Wife);
        if (isChild)
        {
            yield return (person, DukcapilWords.Child);
            yield break;
        }

        foreach (var age in new[] { 0, 3 })
        {
            if (person.BirthDate.AddYears(Generation + age).AddDays(11) is var birth && birth <= today && Invent(person, birth, age == 0 ? Sex.Female : Sex.Male, 9, today) is { } child)
                yield return (child, DukcapilWords.Child);
        }
    }

    private static DateOnly ParentBirth(SyntheticPerson person, bool isChild) => isChild ? person.BirthDate.AddYears(-Generation) : person.BirthDate.AddDays(-200);

    private static SyntheticPerson? Invent(SyntheticPerson relative, DateOnly birth, Sex sex, int serial, DateOnly today)
    {
        var day = birth.Day + (sex == Sex.Female ? 40 : 0);
        return SyntheticPeople.Find(string.Create(CultureInfo.InvariantCulture, $"{relative.Nik[..6]}{day:00}{birth.Month:00}{birth.Year % 100:00}999{serial}"), today);
    }
}
