using System.Globalization;
using MppDigital.Platform.Identification;

namespace MppDigital.Platform.Tests.Identification;

/// <summary>Beside the published numbers: some thousand made ones, sound by construction, and each fault put into them.</summary>
public sealed class GeneratedNumbersTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);
    private static readonly string[] Provinces = ["11", "13", "31", "35", "54", "64", "76", "91", "97"];

    [Fact]
    public void Every_sound_identity_number_tells_the_birth_date_and_sex_it_was_made_of()
    {
        var dice = new Random(1);
        for (var i = 0; i < 5000; i++)
        {
            var (nik, birth, woman) = New(dice);

            Assert.Null(Nik.FaultOf(nik, Today));
            Assert.Equal((birth, woman ? Sex.Female : Sex.Male), (Nik.BirthDateOf(nik, Today), Nik.SexOf(nik)));
            Assert.Equal(16, Nik.Mask(nik).Count(c => char.IsAsciiDigit(c) || c == '•'));
        }
    }

    [Fact]
    public void Each_fault_of_an_identity_number_is_named()
    {
        var dice = new Random(2);
        for (var i = 0; i < 2000; i++)
        {
            var (nik, _, _) = New(dice);

            Assert.Equal(NikFault.Length, Nik.FaultOf(nik[1..], Today));
            Assert.Equal(NikFault.Length, Nik.FaultOf(nik + dice.Next(10), Today));
            Assert.Equal(NikFault.NotDigits, Nik.FaultOf(nik.Remove(dice.Next(16), 1).Insert(dice.Next(15), "x"), Today));
            Assert.Equal(NikFault.Region, Nik.FaultOf($"{dice.Next(11):00}{nik[2..]}", Today));
            Assert.Equal(NikFault.Serial, Nik.FaultOf(nik[..12] + "0000", Today));
            Assert.Equal(NikFault.Date, Nik.FaultOf($"{nik[..8]}{dice.Next(13, 100)}{nik[10..]}", Today));
            Assert.Equal(NikFault.Date, Nik.FaultOf($"{nik[..6]}{dice.Next(72, 100)}{nik[8..]}", Today));
        }
    }

    [Fact]
    public void A_business_number_is_13_digits_and_nothing_else()
    {
        var dice = new Random(3);
        for (var i = 0; i < 2000; i++)
        {
            var digits = string.Concat(Enumerable.Range(0, 13).Select(_ => dice.Next(10)));

            Assert.True(BusinessId.IsSound(digits));
            Assert.False(BusinessId.IsSound(digits[1..]));
            Assert.False(BusinessId.IsSound(digits + "0"));
            Assert.False(BusinessId.IsSound(digits.Remove(dice.Next(13), 1).Insert(dice.Next(12), ((char)dice.Next(' ', '0')).ToString())));
            Assert.False(BusinessId.IsSound(digits.Remove(0, 1) + (char)('\u0660' + dice.Next(10))));
        }
    }

    private static (string Nik, DateOnly Birth, bool Woman) New(Random dice)
    {
        // Less than a century ago: the number tells no more than two digits of the year.
        var birth = Today.AddDays(-dice.Next(36_000));
        var woman = dice.Next(2) == 1;
        var day = birth.Day + (woman ? 40 : 0);
        return (string.Create(CultureInfo.InvariantCulture, $"{Provinces[dice.Next(Provinces.Length)]}{dice.Next(1, 100):00}{dice.Next(1, 100):00}{day:00}{birth.Month:00}{birth.Year % 100:00}{dice.Next(1, 10_000):0000}"), birth, woman);
    }
}
