using System.Globalization;

namespace MppDigital.Connectors.Qris;

/// <summary>Writes a dynamic code as a provider does: EMVCo's chain in the order of the standard, checksum last.</summary>
internal static class EmvWriter
{
    public static string Dynamic(QrisMerchant merchant, string name, string city, string reference, long amountIdr)
    {
        var national = Field("00", "ID.CO.QRIS.WWW") + Field("02", merchant.Nmid) + Field("03", "PSO");
        var code = Field("00", "01") + Field("01", "12") + Field("51", national) + Field("52", "9399") + Field("53", "360") + Field("54", amountIdr.ToString(CultureInfo.InvariantCulture))
            + Field("58", "ID") + Field("59", name) + Field("60", city) + Field("62", Field("01", reference)) + "6304";
        return code + EmvFields.Crc(code);
    }

    private static string Field(string tag, string value) => $"{tag}{value.Length:00}{value}";
}
