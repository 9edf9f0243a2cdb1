using MppDigital.National.Catalog;

namespace MppDigital.Regencies.Applications.Forms.Types;

/// <summary>Every type of the catalog's vocabulary and what reads it; a facility is its name as text.</summary>
internal static class FieldTypeTable
{
    public static readonly IFieldType Nik = new NikType();

    private static readonly Dictionary<string, IFieldType> ByName = new(StringComparer.Ordinal)
    {
        ["string"] = new TextType(),
        ["facility"] = new TextType(),
        ["address"] = new AddressType(),
        ["phone"] = new PhoneType(),
        ["email"] = new EmailType(),
        ["enum"] = new EnumType(),
        ["date"] = new DateType(),
        ["time"] = new TimeType(),
        ["integer"] = new NumberType(NumberKind.Whole),
        ["number"] = new NumberType(NumberKind.Decimal),
        ["money"] = new NumberType(NumberKind.Rupiah),
        ["boolean"] = new BooleanType(),
        ["schedule"] = new ScheduleType(),
        ["slot"] = new SlotType(),
        ["geopoint"] = new GeopointType(),
        ["geojson"] = new GeojsonType(),
        ["regency-code"] = new RegencyCodeType(),
        ["village-code"] = AreaCodeType.Village,
        ["license-ref"] = new LicenseReferenceType(),
        ["array<nik>"] = new ListType(Nik),
        ["array<string>"] = new ListType(new TextType()),
        ["array<enum>"] = new ListType(new EnumType()),
        ["array<kbli>"] = new ListType(new KbliType()),
        ["array<district-code>"] = new ListType(AreaCodeType.District),
        [FieldTypes.Group] = new GroupType(),
    };

    public static IEnumerable<string> Names => ByName.Keys;

    /// <exception cref="InvalidOperationException">A type that the catalog accepts and this table lacks: a bug.</exception>
    public static IFieldType Find(string name) => ByName.GetValueOrDefault(name) ?? throw new InvalidOperationException($"No field type '{name}'.");
}
