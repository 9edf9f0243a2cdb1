using System.Text.Json.Serialization;

namespace MppDigital.Connectors.Dukcapil;

// The data warehouse of the civil register has no published contract: regencies get it with their access agreement. The names below are
// those its users write about; what an agreement says otherwise is changed in this file and nowhere else.

internal static class DukcapilPaths
{
    public const string Person = "dukcapil/person";
    public const string FamilyCard = "dukcapil/family-card";
}

internal sealed record DukcapilQuestion([property: JsonPropertyName("NIK")] string Nik);

internal sealed record DukcapilAnswer<T>(
    [property: JsonPropertyName("RESPONSE_CODE")] string? ResponseCode,
    [property: JsonPropertyName("content")] T[]? Content)
{
    public const string Answered = "00";
    public const string NoSuchRecord = "13";
}

internal sealed record DukcapilPersonRecord(
    [property: JsonPropertyName("NIK")] string? Nik,
    [property: JsonPropertyName("NAMA_LGKP")] string? Name,
    [property: JsonPropertyName("TMPT_LHR")] string? BirthPlace,
    [property: JsonPropertyName("TGL_LHR")] DateOnly? BirthDate,
    [property: JsonPropertyName("JENIS_KLMIN")] string? Sex,
    [property: JsonPropertyName("ALAMAT")] string? Address,
    [property: JsonPropertyName("NO_KK")] string? FamilyCardNumber,
    [property: JsonPropertyName("NAMA_LGKP_IBU")] string? MotherName);

internal sealed record DukcapilFamilyCardRecord(
    [property: JsonPropertyName("NO_KK")] string? Number,
    [property: JsonPropertyName("ANGGOTA")] DukcapilMemberRecord[]? Members);

internal sealed record DukcapilMemberRecord(
    [property: JsonPropertyName("NIK")] string? Nik,
    [property: JsonPropertyName("NAMA_LGKP")] string? Name,
    [property: JsonPropertyName("STAT_HBKEL")] string? Relation,
    [property: JsonPropertyName("TGL_LHR")] DateOnly? BirthDate,
    [property: JsonPropertyName("JENIS_KLMIN")] string? Sex);

internal static class DukcapilWords
{
    public const string Man = "Laki-laki";
    public const string Woman = "Perempuan";
    public const string Head = "Kepala Keluarga";
    public const string Husband = "Suami";
    public const string Wife = "Istri";
    public const string Child = "Anak";
}
