namespace MppDigital.Platform.Identification;

public enum Sex
{
    Male,
    Female,
}
