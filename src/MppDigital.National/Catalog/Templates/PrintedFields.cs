namespace MppDigital.National.Catalog.Templates;

/// <summary>Which answers a document may state: what was granted, not how to reach the holder, and no whole identity number.</summary>
public static class PrintedFields
{
    /// <summary>Contact data, outlines and wishes for an appointment are nobody's business who is shown the document.</summary>
    public static bool CanPrint(FormField field) => !field.IsGroup && field.Type is not ("phone" or "email" or "geojson" or "slot");

    /// <summary>A number by which a person is known in other registers: only its first 4 and last 2 digits are printed. The NPWP of a person is the NIK.</summary>
    public static bool IsMasked(FormField field) =>
        field.Type == "array<nik>" || field.Validation.Rule == "nik" || (field.Source ?? "").Split('|').Any(s => s is "person.nik" or "person.familyCardNumber" or "person.npwp");
}
