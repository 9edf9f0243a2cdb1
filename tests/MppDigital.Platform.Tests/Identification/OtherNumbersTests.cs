using MppDigital.Platform.Identification;

namespace MppDigital.Platform.Tests.Identification;

public sealed class OtherNumbersTests
{
    [Theory]
    [InlineData("0000000000017", true)]
    [InlineData("9999999999901", true)]
    [InlineData("123456789012", false)]
    [InlineData("12345678901234", false)]
    [InlineData("12345678901A3", false)]
    public void A_business_number_has_13_digits(string nib, bool sound) => Assert.Equal(sound, BusinessId.IsSound(nib));

    [Theory]
    [InlineData("00.000.000.0-000.000", "0000000000000000", false)]
    [InlineData("01.234.567.8-901.000", "0012345678901000", false)]
    [InlineData("1375010101909901", "1375010101909901", true)]
    public void A_tax_number_has_16_digits_and_may_be_a_persons_nik(string typed, string digits, bool person)
    {
        Assert.Equal(digits, TaxNumber.Normalise(typed));
        Assert.Equal(person, TaxNumber.IsPerson(digits, new DateOnly(2026, 11, 21)));
    }

    [Theory]
    [InlineData("1234567890")]
    [InlineData("12345678901234567")]
    [InlineData("1234567890123A5")]
    [InlineData("")]
    public void Refuses_what_is_no_tax_number(string typed) => Assert.Null(TaxNumber.Normalise(typed));

    [Theory]
    [InlineData("1375010101109901", true)]
    [InlineData("9975010101109901", false)]
    [InlineData("137501010110990", false)]
    public void A_family_card_has_16_digits_of_a_real_province(string number, bool sound) => Assert.Equal(sound, FamilyCardNumber.IsSound(number));
}
