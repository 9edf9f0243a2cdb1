using MppDigital.Platform.Identification;

namespace MppDigital.Platform.Tests.Identification;

public class NikTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Theory]
    [InlineData("1375010101909901", "1990-01-01")]
    [InlineData("1375014101909901", "1990-01-01")]
    [InlineData("3171017112859902", "1985-12-31")]
    [InlineData("3273012902049903", "2004-02-29")]
    [InlineData("3578011708459904", "1945-08-17")]
    [InlineData("5171016111269905", "2026-11-21")]
    [InlineData("6472010506109906", "2010-06-05")]
    [InlineData("9202036802019907", "2001-02-28")]
    [InlineData("9101010101909908", "1990-01-01")]
    [InlineData("5401010101709909", "1970-01-01")]
    public void Accepts_a_number_and_reads_its_birth_date(string nik, string birth)
    {
        Assert.Null(Nik.FaultOf(nik, Today));
        Assert.Equal(DateOnly.Parse(birth, System.Globalization.CultureInfo.InvariantCulture), Nik.BirthDateOf(nik, Today));
    }

    [Theory]
    [InlineData("", NikFault.Empty)]
    [InlineData("137501010190990", NikFault.Length)]
    [InlineData("13750101019099011", NikFault.Length)]
    [InlineData("13750A0101909901", NikFault.NotDigits)]
    [InlineData(" 137501010190990", NikFault.NotDigits)]
    [InlineData("١٣٧٥٠١٠١٠١٩٠٩٩٠١", NikFault.NotDigits)]
    [InlineData("1375013201909901", NikFault.Date)]
    [InlineData("1375014001909901", NikFault.Date)]
    [InlineData("1375017201909901", NikFault.Date)]
    [InlineData("1375010001909901", NikFault.Date)]
    [InlineData("1375010113909901", NikFault.Date)]
    [InlineData("1375010100909901", NikFault.Date)]
    [InlineData("1375013104909901", NikFault.Date)]
    [InlineData("1375017104909901", NikFault.Date)]
    [InlineData("3273012902039903", NikFault.Date)]
    [InlineData("1375010101900000", NikFault.Serial)]
    [InlineData("0075010101909901", NikFault.Region)]
    [InlineData("9975010101909901", NikFault.Region)]
    public void Names_the_fault_of_a_number(string nik, NikFault fault) => Assert.Equal(fault, Nik.FaultOf(nik, Today));

    [Theory]
    [InlineData("1375010101909901", Sex.Male)]
    [InlineData("3171017112859902", Sex.Female)]
    public void Reads_the_sex_from_the_day(string nik, Sex sex) => Assert.Equal(sex, Nik.SexOf(nik));

    [Theory]
    [InlineData("1375010101909901", null)]
    [InlineData("9101010101909908", NikWarning.RegionRecoded)]
    [InlineData("5401010101709909", NikWarning.RegionHistoric)]
    public void Warns_of_a_region_that_is_no_more_without_refusing_it(string nik, NikWarning? warning) =>
        Assert.Equal(warning, Nik.WarningOf(nik, new HashSet<string> { "1375" }));

    [Fact]
    public void Shows_only_the_first_4_and_the_last_2_digits() => Assert.Equal("1375•• •••••• ••01", Nik.Mask("1375010101909901"));
}
