using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MppDigital.National.Catalog;
using MppDigital.Regencies.Applications.Forms.Types;

namespace MppDigital.Regencies.Applications.Forms;

/// <summary>Ten years only from the age of 17 or for the married (Permenkumham 18/2022); the latter are served at the counter.</summary>
internal static class PassportValidity
{
    private const int Adult = 17;

    public static void Check(ServiceDefinition definition, JsonNode answer, JsonElement data, HeldFacts held, FieldReading at)
    {
        if (at.Validation.Rule != "passport-validity" || JsonText.Of(answer) != "10") return;
        if (definition.FormFields.FirstOrDefault(f => f.Source == "person.birthDate") is not { } birthField) return;
        if (BirthDate(birthField, data, held) is { } birth && birth.AddYears(Adult) > at.Today)
            at.Refuse("Pilih 5 tahun. Paspor 10 tahun untuk usia 17 tahun ke atas. Bila sudah menikah, datang ke loket imigrasi.", "Choose 5 years. A 10-year passport is for ages 17 and over. If you are married, come to the immigration counter.");
    }

    private static DateOnly? BirthDate(FormField field, JsonElement data, HeldFacts held) =>
        DateOnly.TryParseExact(JsonText.Of(held.ValueFor(field)), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var known) ? known : DateType.TryRead(data.Member(field.Name));
}
